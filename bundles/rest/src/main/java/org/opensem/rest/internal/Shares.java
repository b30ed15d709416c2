package org.opensem.rest.internal;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides whole units such that the parts add up exactly: rounded down, the rest to the largest remainders. */
final class Shares {

    private Shares() {}

    /** A value in units, halves up. */
    static long units(long value, long unit) {
        return Math.floorDiv(value + unit / 2, unit);
    }

    /**
     * @param units what is divided, 0 or more
     * @param weights 0 or more; where all are 0, the first gets everything
     * @return as many parts as weights; their sum is {@code units}
     */
    static long[] split(long units, long[] weights) {
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights) {
            sum = sum.add(BigInteger.valueOf(weight));
        }
        long[] parts = new long[weights.length];
        if (sum.signum() == 0) {
            if (weights.length > 0) {
                parts[0] = units;
            }
            return parts;
        }
        BigInteger[] remainders = new BigInteger[weights.length];
        long rest = units;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] divided = BigInteger.valueOf(units).multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(sum);
            parts[i] = divided[0].longValueExact();
            remainders[i] = divided[1];
            rest -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(rest)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
