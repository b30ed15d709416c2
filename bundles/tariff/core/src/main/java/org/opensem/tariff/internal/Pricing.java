package org.opensem.tariff.internal;

import java.util.List;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Interval;
import org.opensem.tariff.Rate;

/**
 * Energies by price, in one pass: slots come in ascending order. A slot that a change of the price cuts is divided in proportion
 * to the time.
 */
final class Pricing {
    private final List<Rate> rates;
    private final Portion portion = new Portion();
    private int at;
    private boolean filled;

    /** @param rates ascending, without overlap */
    Pricing(List<Rate> rates) {
        this.rates = rates;
    }

    /** Whether the price changes, begins or ends within a stretch. Asked in ascending order. */
    boolean changes(long from, long to) {
        skip(from);
        if (at == rates.size()) {
            return false;
        }
        Rate rate = rates.get(at);
        return rate.from() > from && rate.from() < to || rate.from() <= from && rate.to() < to;
    }

    /** Whether there is a price anywhere in a stretch. Asked in ascending order. */
    boolean known(long from, long to) {
        skip(from);
        return at < rates.size() && rates.get(at).from() < to;
    }

    private void skip(long to) {
        while (at < rates.size() && rates.get(at).to() <= to) {
            at++;
        }
    }

    /** A stretch without a change of the price. */
    void add(Amounts amounts, long from, long to, Energy energy) {
        put(amounts, from, to, energy);
        flush(amounts);
    }

    /** Quarter-hours, ascending. */
    void add(Amounts amounts, List<Interval> intervals) {
        for (Interval interval : intervals) {
            put(amounts, interval.start(), interval.start() + Interval.SECONDS, interval.figures().energy());
        }
        flush(amounts);
    }

    private void put(Amounts amounts, long from, long to, Energy energy) {
        if (energy.l1() + energy.l2() + energy.l3() != energy.imported()) {
            amounts.markPhasesDiffer();
        }
        if (at < rates.size() && rates.get(at).to() <= from) {
            flush(amounts);
            skip(from);
        }
        if (at < rates.size() && rates.get(at).from() <= from && rates.get(at).to() >= to) {
            portion.add(energy);
            filled = true;
        } else {
            cut(amounts, from, to, energy);
        }
    }

    private void cut(Amounts amounts, long from, long to, Energy energy) {
        long done = from;
        while (at < rates.size() && rates.get(at).from() < to) {
            Rate rate = rates.get(at);
            long begin = Math.max(done, rate.from());
            long end = Math.min(to, rate.to());
            unpriced(amounts, energy, done - from, begin - from, to - from);
            portion.add(energy, begin - from, end - from, to - from);
            filled = true;
            done = end;
            if (rate.to() > to) {
                return;
            }
            flush(amounts);
            at++;
        }
        unpriced(amounts, energy, done - from, to - from, to - from);
    }

    private static void unpriced(Amounts amounts, Energy energy, long from, long to, long seconds) {
        if (Portion.part(energy.imported(), from, to, seconds) > 0) {
            amounts.markUnpriced();
        }
    }

    private void flush(Amounts amounts) {
        if (filled) {
            amounts.add(rates.get(at), portion);
            portion.clear();
            filled = false;
        }
    }
}
