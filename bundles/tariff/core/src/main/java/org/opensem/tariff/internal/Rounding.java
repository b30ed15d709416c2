package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Amounts in six places whose parts add up exactly (T5): the sum is rounded, halves away from zero, each part is rounded down,
 * and the last places that are missing then go to the parts with the largest remainders, of equal ones to the first.
 */
final class Rounding {
    static final int PLACES = 6;
    static final BigDecimal ZERO = BigDecimal.ZERO.setScale(PLACES);

    private Rounding() {}

    static BigDecimal round(BigDecimal exact) {
        return exact.setScale(PLACES, RoundingMode.HALF_UP);
    }

    /** Parts of their rounded sum. */
    static List<BigDecimal> column(List<BigDecimal> exact) {
        return parts(round(exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add)), exact);
    }

    /**
     * Parts of a given sum.
     *
     * @param total with six places
     * @param exact the parts before rounding, whose sum is the total but for a few of the last places
     */
    static List<BigDecimal> parts(BigDecimal total, List<BigDecimal> exact) {
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal rest = total;
        for (BigDecimal part : exact) {
            BigDecimal floor = part.setScale(PLACES, RoundingMode.FLOOR);
            parts.add(floor);
            rest = rest.subtract(floor);
        }
        if (rest.signum() == 0) {
            return parts;
        }
        long units = rest.unscaledValue().longValueExact();
        BigDecimal each = BigDecimal.valueOf(Math.floorDiv(units, parts.size()), PLACES);
        BigDecimal more = BigDecimal.valueOf(Math.floorDiv(units, parts.size()) + 1, PLACES);
        long favoured = Math.floorMod(units, parts.size());
        List<Integer> order = IntStream.range(0, parts.size()).boxed()
                .sorted(Comparator.comparing((Integer i) -> exact.get(i).subtract(parts.get(i))).reversed()).toList();
        for (int place = 0; place < order.size(); place++) {
            int i = order.get(place);
            parts.set(i, parts.get(i).add(place < favoured ? more : each));
        }
        return parts;
    }

    /** Parts of a given sum in proportion to weights that are not negative and not all zero. */
    static List<BigDecimal> shares(BigDecimal total, long... weights) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long weight : weights) {
            sum = sum.add(BigDecimal.valueOf(weight));
        }
        List<BigDecimal> exact = new ArrayList<>();
        for (long weight : weights) {
            exact.add(total.multiply(BigDecimal.valueOf(weight)).divide(sum, Amounts.PLACES, RoundingMode.HALF_UP));
        }
        return parts(total, exact);
    }
}
