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

    private static List<Integer> fill(List<Integer> wanted) {
        List<Integer> filled = new ArrayList<>();
        List<Integer> row = new ArrayList<>();
        for (int columns : wanted) {
            if (sum(row) + columns > COLUMNS) {
                filled.addAll(stretch(row));
                row.clear();
            }
            row.add(columns);
        }
        filled.addAll(stretch(row));
        return filled;
    }

    private static int sum(List<Integer> row) {
        return row.stream().mapToInt(columns -> columns).sum();
    }

    /** Whole columns in proportion, which add up. */
    private static List<Integer> stretch(List<Integer> row) {
        if (row.isEmpty()) {
            return List.of();
        }
        long[] scaled = row.stream().mapToLong(columns -> (long) columns * COLUMNS).toArray();
        long[] columns = Portions.round(scaled, sum(row), COLUMNS);
        return IntStream.range(0, columns.length).mapToObj(i -> Math.toIntExact(columns[i])).toList();
    }
}
