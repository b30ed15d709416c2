package org.opensem.web.home.internal;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Rounds the parts of a total so that what is shown adds up to the total that is shown: largest remainder first (T5). */
final class Portions {

    private Portions() {}

    /** Half a unit is rounded away from zero, as figures are. */
    static long round(long amount, long unit) {
        long whole = amount / unit;
        return Math.abs(amount % unit) * 2 >= unit ? whole + Long.signum(amount) : whole;
    }

    /** @return whole units, whose sum is the rounded sum of the parts */
    static long[] round(long[] parts, long unit) {
        return round(parts, unit, round(LongStream.of(parts).sum(), unit));
    }

    /**
     * @param unit what one counts as a unit of the last place shown
     * @param total whole units that the parts shall add up to: their rounded sum, or one more or less
     */
    static long[] round(long[] parts, long unit, long total) {
        long[] units = LongStream.of(parts).map(part -> Math.floorDiv(part, unit)).toArray();
        long open = total - LongStream.of(units).sum();
        int[] largestRemainderFirst = IntStream.range(0, parts.length).boxed()
                .sorted((a, b) -> Long.compare(Math.floorMod(parts[b], unit), Math.floorMod(parts[a], unit)))
                .mapToInt(i -> i).toArray();
        for (int i = 0; i < parts.length && open > 0; i++, open--) {
            units[largestRemainderFirst[i]]++;
        }
        // The sum may lie below what the whole parts make up, where it was rounded together with others.
        for (int i = parts.length - 1; i >= 0 && open < 0; i--, open++) {
            units[largestRemainderFirst[i]]--;
        }
        return units;
    }

    /** Divides a whole amount in proportion; without any weight the last takes it all. */
    static long[] divide(long amount, long... weights) {
        long all = LongStream.of(weights).sum();
        long[] parts = new long[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length - 1; i++) {
            parts[i] = all == 0 ? 0 : Math.round((double) amount * weights[i] / all);
            left -= parts[i];
        }
        parts[weights.length - 1] = left;
        return parts;
    }
}
