package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.opensem.tariff.Rate;
import org.opensem.tariff.RateKind;

/** Collects stretches of one price each, ascending, cut to a range; neighbours of the same price become one. */
final class RateList {
    private final long from;
    private final long to;
    private final List<Rate> rates = new ArrayList<>();

    RateList(long from, long to) {
        this.from = from;
        this.to = to;
    }

    void add(long start, long end, RateKind kind, BigDecimal price, BigDecimal co2) {
        long begin = Math.max(start, from);
        long finish = Math.min(end, to);
        if (begin >= finish) {
            return;
        }
        Rate last = rates.isEmpty() ? null : rates.getLast();
        if (last != null && last.to() == begin && last.kind() == kind && last.pricePerKwh().equals(price)
                && (co2 == null ? last.co2GramsPerKwh() == null : co2.equals(last.co2GramsPerKwh()))) {
            rates.set(rates.size() - 1, new Rate(last.from(), finish, kind, price, co2));
        } else {
            rates.add(new Rate(begin, finish, kind, price, co2));
        }
    }

    List<Rate> rates() {
        return List.copyOf(rates);
    }
}
