package org.opensem.rest.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.Span;

/** Quarter-hours that a test sets, added up for any period but an hour's minutes. */
final class FakeEnergy implements EnergyService {
    final TreeMap<Long, Figures> slots = new TreeMap<>();
    volatile Period asked;
    volatile RuntimeException fault;
    /** What the meter says, where that differs. */
    volatile FakeEnergy raw = this;

    @Override
    public EnergyReport energy(Period period) {
        asked = period;
        if (fault != null) {
            throw fault;
        }
        List<EnergyReport.Bucket> buckets = new ArrayList<>();
        Figures totals = Figures.NONE;
        for (Span span : period.parts()) {
            Figures sum = Figures.NONE;
            for (Interval interval : intervals(span.startSecond(), span.endSecond())) {
                sum = sum.plus(interval.figures());
            }
            buckets.add(new EnergyReport.Bucket(span, sum));
            totals = totals.plus(sum);
        }
        return new EnergyReport(period, buckets, totals);
    }

    @Override
    public List<Interval> intervals(long from, long to) {
        return slots.subMap(from, to).entrySet().stream()
                .map(slot -> new Interval(slot.getKey(), slot.getValue()))
                .toList();
    }

    @Override
    public Optional<BaseLoad> baseLoad(LocalDate day) {
        return Optional.empty();
    }

    @Override
    public EnergyService raw() {
        return new Raw(raw);
    }

    @Override
    public AggregationStatus status() {
        return new AggregationStatus(1, false);
    }

    /** Says of its reports that they are the meter's. */
    private record Raw(FakeEnergy figures) implements EnergyService {
        @Override
        public EnergyReport energy(Period period) {
            EnergyReport report = figures.energy(period);
            return new EnergyReport(period, report.buckets(), report.totals(), true);
        }

        @Override
        public List<Interval> intervals(long from, long to) {
            return figures.intervals(from, to);
        }

        @Override
        public Optional<BaseLoad> baseLoad(LocalDate day) {
            return figures.baseLoad(day);
        }

        @Override
        public EnergyService raw() {
            return this;
        }

        @Override
        public AggregationStatus status() {
            return figures.status();
        }
    }
}
