package org.opensem.shell.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.Span;

/** 0.72 kWh without phases between 7 and 8 of every day. */
final class OneHour implements EnergyService {
    private static final long ENERGY = 2_592_000_000L;

    @Override
    public EnergyReport energy(Period period) {
        List<EnergyReport.Bucket> buckets = new ArrayList<>();
        Figures totals = Figures.NONE;
        for (Span span : period.parts()) {
            Figures figures = span.start().getHour() != 7 ? Figures.NONE
                    : new Figures(3600, new Energy(ENERGY, 0, 0, 0, 0, 0, 0), new Extreme(720_000, span.startSecond()),
                            new Extreme(720_000, span.startSecond()));
            buckets.add(new EnergyReport.Bucket(span, figures));
            totals = totals.plus(figures);
        }
        return new EnergyReport(period, buckets, totals);
    }

    @Override
    public List<Interval> intervals(long from, long to) {
        return List.of();
    }

    @Override
    public Optional<BaseLoad> baseLoad(LocalDate day) {
        return Optional.empty();
    }

    @Override
    public EnergyService raw() {
        return this;
    }

    @Override
    public AggregationStatus status() {
        return new AggregationStatus(1, false);
    }
}
