package org.opensem.report;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides whole units such that the parts add up exactly: rounded down, the rest to the largest remainders (T5). */
public final class Portions {

    private Portions() {}

    /** A value in units, halves up. */
    public static long units(long value, long unit) {
        return Math.floorDiv(value + unit / 2, unit);
    }

    /**
     * @param whole what is divided
     * @param weights 0 or more each; where all are 0 the last gets everything
     * @return as many parts as weights, whose sum is the whole
     */
    public static long[] split(long whole, List<BigInteger> weights) {
        BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        long[] parts = new long[weights.size()];
        if (sum.signum() == 0) {
            parts[parts.length - 1] = whole;
            return parts;
        }
        BigInteger[] remainders = new BigInteger[parts.length];
        long rest = Math.abs(whole);
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] divided = BigInteger.valueOf(Math.abs(whole)).multiply(weights.get(i)).divideAndRemainder(sum);
            parts[i] = divided[0].longValueExact();
            remainders[i] = divided[1];
            rest -= parts[i];
        }
        IntStream.range(0, parts.length).boxed().sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(rest).forEach(i -> parts[i]++);
        if (whole < 0) {
            IntStream.range(0, parts.length).forEach(i -> parts[i] = -parts[i]);
        }
        return parts;
    }

    /** The same with whole weights. */
    public static long[] split(long whole, long... weights) {
        return split(whole, Arrays.stream(weights).mapToObj(BigInteger::valueOf).toList());
    }
}
