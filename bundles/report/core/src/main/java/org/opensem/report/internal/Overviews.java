package org.opensem.report.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.FirstMeasurement;
import org.opensem.aggregation.Gaps;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.report.DayHours;
import org.opensem.report.Overview;
import org.opensem.report.Overview.Column;
import org.opensem.report.Overview.ColumnKind;
import org.opensem.tariff.CostReport;

/** Puts the overview and a day's hours together. */
final class Overviews {
    private final EnergyService energy;
    private final FirstMeasurement firstMeasurement = new FirstMeasurement();
    private final Gaps gaps = new Gaps();

    Overviews(EnergyService energy) {
        this.energy = energy;
    }

    /** @param calibration null while it is away */
    Overview overview(LocalDate day, ZonedDateTime now, Prices prices, Calibration calibration) {
        OptionalLong first = firstMeasurement.find(energy, now);
        List<Column> columns = new ArrayList<>();
        Optional<CostReport> priced = Optional.empty();
        Gaps.Missing missing = Gaps.Missing.NONE;
        for (Map.Entry<ColumnKind, Period> entry : Columns.of(day, now.getZone()).entrySet()) {
            EnergyReport report = energy.energy(entry.getValue());
            CostReport cost = prices.cost(report);
            priced = priced.or(() -> Optional.ofNullable(cost));
            if (entry.getKey() == ColumnKind.DAY && first.isPresent()) {
                missing = gaps.of(report, first.getAsLong(), now.toEpochSecond(), energy::energy);
            }
            Stretches stretches = new Stretches(report, cost, first.orElse(Long.MAX_VALUE), now.toEpochSecond());
            columns.add(new Column(entry.getKey(), entry.getValue(), stretches.whole(prices.budget(entry.getValue())),
                    cost != null && cost.partial()));
        }
        return new Overview(day, now, prices.pricing(priced), false, factor(calibration, columns.getFirst().period(), now),
                missing.gaps(), first, columns);
    }

    DayHours hours(LocalDate day, ZoneId zone, ZonedDateTime now, Prices prices) {
        OptionalLong first = firstMeasurement.find(energy, now);
        Period period = Period.of(PeriodKind.DAY, day.atStartOfDay(zone));
        EnergyReport report = energy.energy(period);
        CostReport cost = prices.cost(report);
        Stretches stretches = new Stretches(report, cost, first.orElse(Long.MAX_VALUE), now.toEpochSecond());
        return new DayHours(period, prices.pricing(Optional.ofNullable(cost)), stretches.whole(prices.budget(period)),
                stretches.parts(), first);
    }

    private static BigDecimal factor(Calibration calibration, Period day, ZonedDateTime now) {
        CorrectionFactors factors = calibration == null ? CorrectionFactors.NONE : calibration.factors();
        BigDecimal factor = factors.at(Math.min(day.span().endSecond() - 1, now.toEpochSecond()));
        return factor.compareTo(BigDecimal.ONE) == 0 ? null : factor;
    }
}
