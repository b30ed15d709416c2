package org.opensem.web.home.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How wide panels are that stand in rows: a row that is not full grows, so that hidden panels leave no hole (H1). */
final class Rows {
    static final int COLUMNS = 24;
    /** Up to so many columns of a wide screen a panel has half of a medium one. */
    private static final int HALF_UP_TO = 7;

    private Rows() {}

    /** @param wanted columns of each panel on a wide screen, in order */
    static List<Integer> wide(List<Integer> wanted) {
        return fill(wanted);
    }

    /** The same on a medium screen. */
    static List<Integer> medium(List<Integer> wanted) {
        return fill(wanted.stream().map(columns -> columns <= HALF_UP_TO ? COLUMNS / 2 : COLUMNS).toList());
    }

    /** Breaks into rows so that as little as possible is left open, rather in several rows than all in the last. */
    private static List<Integer> fill(List<Integer> wanted) {
        int count = wanted.size();
        int[] least = new int[count + 1];
        int[] rowEnd = new int[count];
        for (int from = count - 1; from >= 0; from--) {
            least[from] = Integer.MAX_VALUE;
            for (int to = from + 1; to <= count && sum(wanted.subList(from, to)) <= COLUMNS; to++) {
                int open = COLUMNS - sum(wanted.subList(from, to));
                int squares = open * open + least[to];
                // Of equal ones the fuller first row.
                if (squares <= least[from]) {
                    least[from] = squares;
                    rowEnd[from] = to;
                }
            }
        }
        List<Integer> filled = new ArrayList<>();
        for (int from = 0; from < count; from = rowEnd[from]) {
            filled.addAll(stretch(wanted.subList(from, rowEnd[from])));
        }
        return filled;
    }

    /** How many rows such columns make up. */
    static int count(List<Integer> filled) {
        return sum(filled) / COLUMNS;
    }

    private static int sum(List<Integer> row) {
        return row.stream().mapToInt(columns -> columns).sum();
    }

    /** Whole columns in proportion, which add up. */
    private static List<Integer> stretch(List<Integer> row) {
        long[] scaled = row.stream().mapToLong(columns -> (long) columns * COLUMNS).toArray();
        long[] columns = Portions.round(scaled, sum(row), COLUMNS);
        return IntStream.range(0, columns.length).mapToObj(i -> Math.toIntExact(columns[i])).toList();
    }
}
