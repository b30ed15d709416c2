package org.opensem.tariff.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.CostService;
import org.opensem.tariff.Rate;
import org.opensem.tariff.Tariff;
import org.opensem.time.ClockService;

/** Energy times price (E3, T5). */
final class Costs implements CostService {
    /** Prices that change in the middle of an answer would mix: then it is made again, but not for ever. */
    private static final int TRIES = 3;

    private final Tariff tariff;
    private final EnergyService energy;
    private final ClockService clock;
    private final FirstSample firstSample = new FirstSample();

    Costs(Tariff tariff, EnergyService energy, ClockService clock) {
        this.tariff = tariff;
        this.energy = energy;
        this.clock = clock;
    }

    @Override
    public Optional<CostReport> cost(EnergyReport report) {
        for (int i = 1;; i++) {
            Tariff.Revision revision = tariff.revision();
            Optional<CostReport> cost = revision.currency() == null ? Optional.empty() : cost(report, revision);
            if (i == TRIES || revision.equals(tariff.revision())) {
                return cost;
            }
        }
    }

    private Optional<CostReport> cost(EnergyReport report, Tariff.Revision revision) {
        ZoneId zone = clock.zone();
        long now = clock.now().getEpochSecond();
        long first = firstDay(zone, now);
        Span span = report.period().span();
        List<Rate> rates = tariff.rates(span.startSecond(), span.endSecond() + Interval.SECONDS);
        Pricing pricing = new Pricing(rates);
        BasePrice basePrice = new BasePrice(tariff, zone);
        boolean known = !rates.isEmpty() && rates.getFirst().from() < span.endSecond();
        boolean partial = false;
        List<Amounts> buckets = new ArrayList<>();
        for (Bucket bucket : report.buckets()) {
            long from = bucket.span().startSecond();
            long to = bucket.span().endSecond();
            boolean covered = bucket.figures().coveredSeconds() > 0;
            boolean priced = pricing.known(from, to);
            Amounts amounts = energies(report, bucket, pricing);
            boolean accrued = basePrice.accrue(Math.max(from, first), Math.min(to, now), amounts);
            known |= accrued;
            partial |= amounts.unpriced();
            boolean elapsed = to > first && from < now;
            buckets.add((priced || accrued) && (elapsed || covered) ? amounts : null);
        }
        return known ? Optional.of(new CostSheet(report, buckets).report(revision.currency(), partial)) : Optional.empty();
    }

    /** 00:00 of the day of the first sample; never, if there is none. */
    private long firstDay(ZoneId zone, long now) {
        OptionalLong slot = firstSample.slot(energy, now);
        return slot.isEmpty() ? Long.MAX_VALUE
                : Instant.ofEpochSecond(slot.getAsLong()).atZone(zone).toLocalDate().atStartOfDay(zone).toEpochSecond();
    }

    private Amounts energies(EnergyReport report, Bucket bucket, Pricing pricing) {
        Amounts amounts = new Amounts();
        long from = bucket.span().startSecond();
        long to = bucket.span().endSecond();
        if (report.period().kind() == PeriodKind.HOUR || !pricing.changes(from, to)) {
            pricing.add(amounts, from, to, bucket.figures().energy());
        } else {
            pricing.add(amounts, (report.raw() ? energy.raw() : energy).intervals(from, to));
        }
        return amounts;
    }
}
