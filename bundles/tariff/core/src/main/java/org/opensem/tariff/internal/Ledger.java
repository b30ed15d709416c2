package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.CostService;

/** Energies and costs of periods, each asked for once; made for one answer. */
final class Ledger {
    private final EnergyService energy;
    private final CostService costs;
    private final Map<Period, Entry> entries = new HashMap<>();

    /** @param costs one for each of the report's buckets */
    record Entry(EnergyReport report, List<Cost> costs, Cost total) {
        /** The period's parts. */
        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < costs.size(); i++) {
                parts.add(new Part(report.buckets().get(i).span(), report.buckets().get(i).coverage(), costs.get(i)));
            }
            return parts;
        }
    }

    /** A part of a period: an hour, a day, a month. */
    record Part(Span span, double coverage, Cost cost) {
        LocalDate day() {
            return span.start().toLocalDate();
        }
    }

    Ledger(EnergyService energy, CostService costs) {
        this.energy = energy;
        this.costs = costs;
    }

    Entry of(Period period) {
        return entries.computeIfAbsent(period, this::make);
    }

    private Entry make(Period period) {
        EnergyReport report = energy.energy(period);
        Optional<CostReport> cost = costs.cost(report);
        return cost.map(found -> new Entry(report, found.buckets(), found.totals()))
                .orElseGet(() -> new Entry(report, report.buckets().stream().map(bucket -> Cost.UNKNOWN).toList(), Cost.UNKNOWN));
    }

    /** A month's days. */
    List<Part> days(YearMonth month, ZoneId zone) {
        return of(new Period(PeriodKind.MONTH, month.atDay(1).atStartOfDay(zone))).parts();
    }

    /** The known cost of the days {@code [from, to)}, as of now. */
    BigDecimal cost(LocalDate from, LocalDate to, ZoneId zone) {
        return days(from, to, zone).map(Part::cost).filter(Cost::known).map(Cost::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the cost of each of the days {@code [from, to)} is known. */
    boolean known(LocalDate from, LocalDate to, ZoneId zone) {
        return days(from, to, zone).map(Part::cost).allMatch(Cost::known);
    }

    private Stream<Part> days(LocalDate from, LocalDate to, ZoneId zone) {
        return Stream.iterate(YearMonth.from(from), month -> month.atDay(1).isBefore(to), month -> month.plusMonths(1))
                .flatMap(month -> days(month, zone).stream())
                .filter(part -> !part.day().isBefore(from) && part.day().isBefore(to));
    }
}
