package org.opensem.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.report.Amounts;
import org.opensem.report.DayHours;
import org.opensem.report.Overview;
import org.opensem.report.Overview.ColumnKind;
import org.opensem.report.OverviewRow;
import org.opensem.report.OverviewService;
import org.opensem.report.Pricing;
import org.opensem.report.Report;
import org.opensem.report.Stretch;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;

/** X5, U1, V2: the overview and the comparison in the shell. */
class OverviewAndCompareTest {
    private static final long KWH = 3_600_000_000L;

    private final Console console = new Console();
    private final List<Period> asked = new ArrayList<>();

    /** 12 kWh in each period that begins on the 22nd, 10 in others; one that begins before November has none. */
    private final EnergyService energy = new EnergyService() {
        @Override
        public EnergyReport energy(Period period) {
            asked.add(period);
            if (period.start().getMonthValue() < 11) {
                return new EnergyReport(period, List.of(), Figures.NONE);
            }
            long at = period.start().toEpochSecond();
            long imported = period.start().getDayOfMonth() == 22 ? 12 * KWH : 10 * KWH;
            return new EnergyReport(period, List.of(), new Figures(43_200, new Energy(imported, 0, 0, 0, 0, 0, 0),
                    new Extreme(80_000, at + 60), new Extreme((int) (imported / KWH) * 300_000, at + 3600)));
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
            return new AggregationStatus(0, false);
        }
    };

    private CompareCommand compare() {
        CompareCommand command = console.prepare(new CompareCommand());
        command.energy = energy;
        return command;
    }

    private static Optional<CostReport> cost(EnergyReport report) {
        BigDecimal high = BigDecimal.valueOf(report.totals().energy().imported() / KWH).multiply(new BigDecimal("0.320000"));
        return Optional.of(new CostReport(Currency.getInstance("EUR"), List.of(), new Cost(
                new Cost.Lines(high, BigDecimal.ZERO, BigDecimal.ZERO), null, BigDecimal.ZERO, null), false));
    }

    @Test
    void comparesTodayWithTheSameWeekdayAWeekBefore_V1() throws Exception {
        CompareCommand command = compare();
        command.costs = OverviewAndCompareTest::cost;

        command.execute();

        assertThat(console.lines()).contains(
                "day from 2026-11-22 00:00:00 +01:00 to 2026-11-23 00:00:00 +01:00 compared with 2026-11-15 00:00:00 +01:00 to "
                        + "2026-11-16 00:00:00 +01:00, Europe/Berlin",
                "kWh 12.000 10.000 2.000 20.00", "EUR 3.840 3.200 0.640 20.00",
                "minimum W 2026-11-22 00:01:00 +01:00 80.000 2026-11-15 00:01:00 +01:00 80.000 0.000 0.00",
                        "coverage 50.0 % 50.0 %");
    }

    @Test
    void anUnmeasuredPeriodHasNoFigures_T4() throws Exception {
        CompareCommand command = compare();
        command.period = "month";
        command.date = "2026-11";

        command.execute();

        assertThat(asked.get(1)).isEqualTo(Period.of(PeriodKind.MONTH, asked.getFirst().start().minusMonths(1)));
        assertThat(console.lines()).contains("kWh 10.000 - - -").noneMatch(line -> line.startsWith("EUR"));
    }

    @Test
    void anyTwoPeriodsCanBeCompared() throws Exception {
        CompareCommand command = compare();
        command.date = "2026-11-20";
        command.with = "2026-11-22";

        command.execute();

        assertThat(console.lines()).contains("kWh 10.000 12.000 -2.000 -16.67");
    }

    @Test
    void faultsAreOneLine() {
        CompareCommand command = compare();
        command.period = "decade";
        assertThatThrownBy(command::execute).isInstanceOf(CommandException.class).hasMessageContaining("is no period");
        command.period = "day";
        command.zone = "Mars";
        assertThatThrownBy(command::execute).isInstanceOf(CommandException.class).hasMessageContaining("is no time zone");
        command.energy = null;
        assertThatThrownBy(command::execute).isInstanceOf(CommandException.class).hasMessageContaining("aggregation");
    }

    private final OverviewService overviews = new OverviewService() {
        @Override
        public Overview overview(LocalDate day, ZoneId zone) {
            List<Overview.Column> columns = new ArrayList<>();
            for (ColumnKind kind : ColumnKind.values()) {
                PeriodKind period = kind == ColumnKind.WEEK ? PeriodKind.WEEK : kind == ColumnKind.YEAR ? PeriodKind.YEAR
                        : kind == ColumnKind.MONTH ? PeriodKind.MONTH : PeriodKind.DAY;
                Period which = Period.of(period, day.minusDays(kind.ordinal()).atStartOfDay(zone));
                BigDecimal amount = kind == ColumnKind.YEAR ? null : new BigDecimal("8.294000");
                Stretch stretch = new Stretch(which.span(), amount == null ? 0 : which.span().seconds(), 0, false,
                        Map.of(OverviewRow.TOTAL, new Amounts(amount, new BigDecimal("3.05"), amount)));
                columns.add(new Overview.Column(kind, which, stretch, false));
            }
            return new Overview(day, console.clock.now().atZone(zone), Pricing.in(Currency.getInstance("EUR")), false, null,
                    List.of(),
                    OptionalLong.of(1), columns);
        }

        @Override
        public DayHours hours(LocalDate day, ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Report report(Overview overview, DayHours hours) {
            throw new UnsupportedOperationException();
        }
    };

    private OverviewCommand overview() {
        OverviewCommand command = console.prepare(new OverviewCommand());
        command.overviews = overviews;
        return command;
    }

    @Test
    void showsTheTableInMoneyWhereThereIsATariff_U1() throws Exception {
        overview().execute();

        assertThat(console.lines()).contains("2026-11-22, EUR, as of 2026-11-22 13:27:01 +01:00",
                "2026-11-22 2026-11-21 week of 2026-11-16 2026-11 2026", "total 3.05 3.05 3.05 3.05 3.05",
                "budget - - - - -", "base price - - - - -", "coverage 100 % 100 % 100 % 100 % 0 %");
    }

    @Test
    void showsAnotherUnitAndDayOnDemand() throws Exception {
        OverviewCommand command = overview();
        command.date = "2026-11-19";
        command.unit = "kwh";

        command.execute();

        assertThat(console.lines()).contains("total 8.294 8.294 8.294 8.294 -").noneMatch(line -> line.startsWith("base price"));
        command.unit = "miles";
        assertThatThrownBy(command::execute).isInstanceOf(CommandException.class).hasMessageContaining("is no unit");
    }
}
