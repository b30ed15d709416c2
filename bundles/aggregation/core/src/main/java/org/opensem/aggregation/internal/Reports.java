package org.opensem.aggregation.internal;

import java.util.ArrayList;
import java.util.List;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.store.SampleStore;

/**
 * Answers for periods from one snapshot; an hour in minutes from its seconds, as long as they are kept (H3). Each quarter-hour,
 * of an hour in minutes each minute, is corrected by its own factor (E4), and then they are added up.
 */
final class Reports {
    private final SampleStore store;
    private final LocalDays days;
    private final CorrectionFactors factors;
    private final boolean raw;

    /**
     * @param days of the configured zone, which the base loads belong to
     * @param raw whether the reports say that they leave the factors out
     */
    Reports(SampleStore store, LocalDays days, CorrectionFactors factors, boolean raw) {
        this.store = store;
        this.days = days;
        this.factors = factors;
        this.raw = raw;
    }

    EnergyReport report(Period period, Snapshot snapshot) {
        return period.kind() == PeriodKind.HOUR ? hour(period, snapshot) : of(period, period.parts(), snapshot);
    }

    private EnergyReport of(Period period, List<Span> spans, Snapshot snapshot) {
        List<Bucket> buckets = new ArrayList<>(spans.size());
        Figures totals = Figures.NONE;
        for (Span span : spans) {
            Figures figures = snapshot.index().sum(span.startSecond(), span.endSecond(), factors);
            buckets.add(new Bucket(span, figures));
            totals = totals.plus(figures);
        }
        return new EnergyReport(period, buckets, totals, raw);
    }

    private EnergyReport hour(Period period, Snapshot snapshot) {
        List<Span> spans = period.parts();
        long from = spans.getFirst().startSecond();
        Sum[] sums = new Sum[spans.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new Sum();
        }
        SlotLevels levels = new SlotLevels(snapshot);
        store.read(from, spans.getLast().endSecond(), (second, total, l1, l2, l3) ->
                sums[(int) ((second - from) / 60)].second(second, total, l1, l2, l3, levels.of(second)));
        List<Bucket> minutes = new ArrayList<>(sums.length);
        Figures totals = Figures.NONE;
        for (int i = 0; i < sums.length; i++) {
            Figures figures = factors.figures(sums[i].figures(), spans.get(i).startSecond());
            minutes.add(new Bucket(spans.get(i), figures));
            totals = totals.plus(figures);
        }
        if (totals.coveredSeconds() < snapshot.index().sum(from, spans.getLast().endSecond()).coveredSeconds()) {
            return of(period, period.slices(Interval.SECONDS), snapshot);
        }
        return new EnergyReport(period, minutes, totals, raw);
    }

    /** The levels of the day that a second's slot belongs to, looked up once a slot. */
    private final class SlotLevels {
        private final Snapshot snapshot;
        private long slot = -1;
        private BaseLevels levels = BaseLevels.NONE;

        SlotLevels(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        BaseLevels of(long second) {
            long of = LocalDays.floor(second);
            if (of != slot) {
                slot = of;
                levels = snapshot.levels(days.dayOf(of));
            }
            return levels;
        }
    }
}
