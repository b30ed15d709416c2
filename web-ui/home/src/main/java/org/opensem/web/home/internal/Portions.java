package org.opensem.web.home.internal;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Rounds the parts of a total so that what is shown adds up to the total that is shown: largest remainder first. */
final class Portions {

    private Portions() {}

    /**
     * @param parts 0 or more each
     * @param unit what one counts as a unit of the last place shown
     * @return whole units, whose sum is the rounded sum of the parts
     */
    static long[] round(long[] parts, double unit) {
        long[] units = LongStream.of(parts).map(part -> (long) Math.floor(part / unit)).toArray();
        long open = Math.round(LongStream.of(parts).sum() / unit) - LongStream.of(units).sum();
        IntStream.range(0, parts.length).boxed()
                .sorted((a, b) -> Double.compare(parts[b] / unit - units[b], parts[a] / unit - units[a]))
                .limit(Math.max(0, open)).forEach(i -> units[i]++);
        return units;
    }
}
