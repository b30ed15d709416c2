package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.tariff.Budget;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.CostService;
import org.opensem.tariff.Tariff;
import org.opensem.time.ClockService;

/** Target, actual, what is left and where it leads to (H5, H6), from the costs that Home shows. */
final class Budgets implements BudgetService {
    private static final BigDecimal PER_KWH = new BigDecimal("3600000000");

    private final Tariff tariff;
    private final CostService costs;
    private final EnergyService energy;
    private final ClockService clock;

    Budgets(Tariff tariff, CostService costs, EnergyService energy, ClockService clock) {
        this.tariff = tariff;
        this.costs = costs;
        this.energy = energy;
        this.clock = clock;
    }

    @Override
    public Optional<Budget> budget(Period period) {
        if (period.kind() == PeriodKind.HOUR) {
            throw new IllegalArgumentException("An hour has no budget");
        }
        Tariff.Revision revision = tariff.revision();
        if (revision.currency() == null) {
            return Optional.empty();
        }
        ZoneId zone = period.start().getZone();
        LocalDate from = period.start().toLocalDate();
        LocalDate to = period.end().toLocalDate();
        Instalments instalments = new Instalments(tariff, zone);
        if (from.datesUntil(to).map(YearMonth::from).distinct().allMatch(month -> instalments.of(month).isEmpty())) {
            return Optional.empty();
        }
        Ledger ledger = new Ledger(energy, costs);
        ZonedDateTime now = clock.now().atZone(clock.zone()).truncatedTo(ChronoUnit.SECONDS);
        Instalments present = clock.zone().equals(zone) ? instalments : new Instalments(tariff, clock.zone());
        Answer answer = new Answer(period, instalments, ledger, now.withZoneSameInstant(zone));
        return Optional.of(new Budget(period, revision.currency(), present.prepaid(YearMonth.from(now)), answer.remaining(),
                answer.consumed(), answer.series(), new Projector(tariff, present, ledger, now).projection()));
    }

    /** The parts of one answer that belong to its period. @param now in the period's zone */
    private record Answer(Period period, Instalments instalments, Ledger ledger, ZonedDateTime now) {

        LocalDate day() {
            return period.start().toLocalDate();
        }

        ZoneId zone() {
            return period.start().getZone();
        }

        /** What is left of a day's month on its first second; empty where the month has no instalment. */
        Optional<BigDecimal> target(LocalDate day) {
            return instalments.of(YearMonth.from(day))
                    .map(instalment -> instalment.subtract(ledger.cost(day.withDayOfMonth(1), day, zone())));
        }

        Budget.Amount remaining() {
            if (period.kind() != PeriodKind.DAY) {
                return instalments.share(day(), period.end().toLocalDate());
            }
            int daysLeft = day().lengthOfMonth() - day().getDayOfMonth() + 1;
            BigDecimal money = target(day()).orElseThrow().divide(BigDecimal.valueOf(daysLeft), MathContext.DECIMAL128);
            return Instalments.amount(money, instalments.kilowattHours(money, YearMonth.from(day())));
        }

        Budget.Amount consumed() {
            Ledger.Entry entry = ledger.of(period);
            Figures measured = entry.report().totals();
            BigDecimal kilowattHours = measured.coveredSeconds() == 0 ? null
                    : BigDecimal.valueOf(measured.energy().imported()).divide(PER_KWH, Amounts.PLACES, RoundingMode.HALF_UP);
            return new Budget.Amount(entry.total().total(), kilowattHours == null ? null : Rounding.round(kilowattHours));
        }

        List<Budget.Point> series() {
            return switch (period.kind()) {
                case DAY -> day(Rounding.round(target(day()).orElseThrow()));
                case YEAR -> parts(month -> instalments.of(YearMonth.from(month)));
                default -> parts(this::target);
            };
        }

        /** A flat target and what has been spent since midnight. */
        private List<Budget.Point> day(BigDecimal target) {
            List<Budget.Point> points = new ArrayList<>();
            BigDecimal spent = BigDecimal.ZERO;
            for (Ledger.Part hour : ledger.of(period).parts()) {
                spent = hour.cost().known() ? spent.add(hour.cost().total()) : spent;
                points.add(new Budget.Point(end(hour.span()), target, hour.cost().known() ? spent : null));
            }
            return points;
        }

        /** Each part with a target of its own; a part without an instalment has no point. */
        private List<Budget.Point> parts(Function<LocalDate, Optional<BigDecimal>> target) {
            List<Budget.Point> points = new ArrayList<>();
            for (Ledger.Part part : ledger.of(period).parts()) {
                target.apply(part.day()).ifPresent(amount ->
                        points.add(new Budget.Point(end(part.span()), Rounding.round(amount), part.cost().total())));
            }
            return points;
        }

        private ZonedDateTime end(Span part) {
            boolean running = part.start().isBefore(now) && now.isBefore(part.end());
            return running ? now : part.end();
        }
    }
}
