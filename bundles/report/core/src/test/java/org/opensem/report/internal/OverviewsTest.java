package org.opensem.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.report.Amounts;
import org.opensem.report.DayHours;
import org.opensem.report.Overview;
import org.opensem.report.Overview.Column;
import org.opensem.report.Overview.ColumnKind;
import org.opensem.report.OverviewRow;
import org.opensem.report.Pricing;
import org.opensem.report.Stretch;

/** U1, U2, T4, T5: which periods stand beside a day, that parts add up, and that what is not known is not 0. */
class OverviewsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
    private static final ZonedDateTime NOW = House.at("2026-11-19T20:47:12");

    private final House house = new House().measured("2026-09-03T09:10:00", "2026-11-19T03:12:00")
            .measured("2026-11-19T03:41:00", "2026-11-19T20:47:12");
    private final Tariffs tariffs = new Tariffs();
    private final Prices.Shares shares = new Prices.Shares();

    private Prices prices() {
        return new Prices(House::cost, tariffs, tariffs, shares);
    }

    private Overview overview(LocalDate day, ZonedDateTime now) {
        return new Overviews(house).overview(day, now, prices(), null);
    }

    private static String span(Overview overview, ColumnKind kind) {
        Column column = overview.column(kind);
        return column.period().start().toLocalDate() + " " + column.period().end().toLocalDate();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 2026-11-18, 2026-11-09 2026-11-16, 2026-10-01 2026-11-01",
        "2026-11-16, 2026-11-15, 2026-11-09 2026-11-16, 2026-10-01 2026-11-01",
        "2026-11-15, 2026-11-14, 2026-11-02 2026-11-09, 2026-10-01 2026-11-01",
        "2026-03-01, 2026-02-28, 2026-02-16 2026-02-23, 2026-02-01 2026-03-01"
    })
    void theColumnsAreTheDayTheDayBeforeAndLastWeekMonthAndYear_U1(LocalDate day, LocalDate before, String week, String month) {
        Overview overview = overview(day, NOW);

        assertThat(overview.columns()).extracting(Column::kind).containsExactly(ColumnKind.values());
        assertThat(span(overview, ColumnKind.DAY)).isEqualTo(day + " " + day.plusDays(1));
        assertThat(span(overview, ColumnKind.DAY_BEFORE)).isEqualTo(before + " " + day);
        assertThat(span(overview, ColumnKind.WEEK)).isEqualTo(week);
        assertThat(span(overview, ColumnKind.MONTH)).isEqualTo(month);
        assertThat(span(overview, ColumnKind.YEAR)).isEqualTo("2025-01-01 2026-01-01");
    }

    @Test
    void theYearTurns_U1() {
        Overview overview = overview(LocalDate.of(2027, 1, 1), House.at("2027-01-01T12:00:00"));

        assertThat(span(overview, ColumnKind.DAY_BEFORE)).isEqualTo("2026-12-31 2027-01-01");
        assertThat(span(overview, ColumnKind.WEEK)).isEqualTo("2026-12-21 2026-12-28");
        assertThat(span(overview, ColumnKind.MONTH)).isEqualTo("2026-12-01 2027-01-01");
        assertThat(span(overview, ColumnKind.YEAR)).isEqualTo("2026-01-01 2027-01-01");
    }

    @Test
    void partsAddUpExactlyToTheTotalInEveryUnit_T5() {
        // A power that no division of comes out even with.
        house.milliwatts = second -> 90_001 + second / 60 * 7919 % 1_000_003;
        for (Column column : overview(DAY, NOW).columns().subList(0, 4)) {
            addsUp(column.stretch());
        }
    }

    private static void addsUp(Stretch stretch) {
        for (Function<Amounts, BigDecimal> unit : List.<Function<Amounts, BigDecimal>>of(
                Amounts::kilowattHours, Amounts::cost, Amounts::co2Kilograms)) {
            BigDecimal total = unit.apply(stretch.amounts(OverviewRow.TOTAL));
            BigDecimal basePrice = Optional.ofNullable(unit.apply(stretch.amounts(OverviewRow.BASE_PRICE)))
                    .orElse(BigDecimal.ZERO);
            assertThat(sum(stretch, unit, OverviewRow.BASE, OverviewRow.SWITCHED).add(basePrice)).isEqualByComparingTo(total);
            assertThat(sum(stretch, unit, OverviewRow.HEAT, OverviewRow.COLD, OverviewRow.WASHING, OverviewRow.MEDIA_AND_LIGHT,
                    OverviewRow.NOT_ASSIGNED).add(basePrice)).isEqualByComparingTo(total);
        }
    }

    private static BigDecimal sum(Stretch stretch, Function<Amounts, BigDecimal> unit, OverviewRow... rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (OverviewRow row : rows) {
            sum = sum.add(unit.apply(stretch.amounts(row)));
        }
        return sum;
    }

    @Test
    void theHoursAddUpExactlyToTheDaysColumn_U2() {
        house.milliwatts = second -> 90_001 + second / 60 * 7919 % 1_000_003;
        Overviews overviews = new Overviews(house);
        Stretch day = overviews.overview(DAY, NOW, prices(), null).column(ColumnKind.DAY).stretch();
        DayHours hours = overviews.hours(DAY, House.BERLIN, NOW, prices());

        assertThat(hours.hours()).hasSize(24);
        assertThat(hours.total()).isEqualTo(day);
        List<Stretch> measured = hours.hours().stream().filter(hour -> hour.coveredSeconds() > 0).toList();
        measured.forEach(OverviewsTest::addsUp);
        for (OverviewRow row : new OverviewRow[] {OverviewRow.TOTAL, OverviewRow.BASE, OverviewRow.SWITCHED,
                OverviewRow.NOT_ASSIGNED}) {
            assertThat(measured.stream().map(hour -> hour.amounts(row).kilowattHours()).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("kWh of %s", row).isEqualByComparingTo(day.amounts(row).kilowattHours());
            assertThat(measured.stream().map(hour -> hour.amounts(row).co2Kilograms()).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("CO2 of %s", row).isEqualByComparingTo(day.amounts(row).co2Kilograms());
        }
    }

    @Test
    void aDayOfAClockChangeHas23Or25Hours_T2() {
        Overviews overviews = new Overviews(house);
        assertThat(overviews.hours(LocalDate.of(2026, 10, 25), House.BERLIN, NOW, prices()).hours()).hasSize(25);
        assertThat(overviews.hours(LocalDate.of(2026, 3, 29), House.BERLIN, NOW, prices()).hours()).hasSize(23);
    }

    @Test
    void aDaysBudgetIsItsPartOfTheMonth_U1() {
        Overview overview = overview(DAY, NOW);

        // 98 / 30 a day, at 0.32 a kWh and 380 g; 7 × 98 / 30; October; twelve months.
        assertThat(overview.column(ColumnKind.DAY).amounts(OverviewRow.BUDGET)).isEqualTo(
                new Amounts(new BigDecimal("10.208333"), new BigDecimal("3.266667"), new BigDecimal("3.879167")));
        assertThat(overview.column(ColumnKind.WEEK).amounts(OverviewRow.BUDGET).cost()).isEqualByComparingTo("22.866667");
        assertThat(overview.column(ColumnKind.MONTH).amounts(OverviewRow.BUDGET).cost()).isEqualByComparingTo("98");
        assertThat(overview.column(ColumnKind.YEAR).amounts(OverviewRow.BUDGET).cost()).isEqualByComparingTo("1176");
    }

    @Test
    void sharesAreAskedForOnceUntilTheTariffChanges() {
        overview(DAY, NOW);
        int first = tariffs.asked;
        overview(DAY, NOW);
        assertThat(tariffs.asked).isEqualTo(first);

        tariffs.revision++;
        tariffs.instalment = new BigDecimal("120");
        assertThat(overview(DAY, NOW).column(ColumnKind.DAY).amounts(OverviewRow.BUDGET).cost()).isEqualByComparingTo("4");
        tariffs.revision++;
        tariffs.instalment = null;
        assertThat(overview(DAY, NOW).column(ColumnKind.DAY).amounts(OverviewRow.BUDGET)).isEqualTo(Amounts.UNKNOWN);
    }

    /** X2: a plug-in's tariff is seen here before the budgets are made anew by it. */
    @Test
    void whatTheOldBudgetsTellOfANewTariffIsForgottenWithThem() {
        Tariffs plugIn = new Tariffs();
        plugIn.revision = 2;
        plugIn.instalment = new BigDecimal("120");
        Period month = Period.of(PeriodKind.MONTH, House.at("2026-11-01T00:00:00"));

        assertThat(new Prices(House::cost, tariffs, plugIn, shares).budget(month).cost()).isEqualByComparingTo("98");
        assertThat(new Prices(House::cost, plugIn, plugIn, shares).budget(month).cost()).isEqualByComparingTo("120");
    }

    @Test
    void aGapIsToldAndARunningDaySaysSo_T4() {
        Overview overview = overview(DAY, NOW);
        Stretch today = overview.column(ColumnKind.DAY).stretch();

        assertThat(today.running()).isTrue();
        assertThat(today.missingSeconds()).isEqualTo(29 * 60);
        assertThat(overview.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(House.at("2026-11-19T03:12:00").toEpochSecond());
            assertThat(gap.to()).isEqualTo(House.at("2026-11-19T03:41:00").toEpochSecond());
        });
        assertThat(overview.column(ColumnKind.DAY_BEFORE).stretch().running()).isFalse();
        assertThat(overview.column(ColumnKind.DAY_BEFORE).stretch().coverage()).isEqualTo(1);
        assertThat(overview.first()).hasValue(House.at("2026-09-03T09:10:00").toEpochSecond());
    }

    @Test
    void whatWasNotMeasuredIsNullAndNotZero_T4() {
        Stretch lastYear = overview(DAY, NOW).column(ColumnKind.YEAR).stretch();

        assertThat(lastYear.coveredSeconds()).isZero();
        assertThat(lastYear.missingSeconds()).as("before the first measurement nothing is missing").isZero();
        assertThat(lastYear.amounts(OverviewRow.TOTAL).kilowattHours()).isNull();
        assertThat(lastYear.amounts(OverviewRow.BASE)).isEqualTo(Amounts.UNKNOWN);
        assertThat(lastYear.amounts(OverviewRow.NOT_ASSIGNED)).isEqualTo(Amounts.UNKNOWN);
    }

    @Test
    void withoutATariffThereIsEnergyOnly_U1() {
        Overview none = new Overviews(house).overview(DAY, NOW, new Prices(report -> Optional.empty(), tariffs, tariffs,
                shares), null);
        assertThat(none.pricing()).isEqualTo(Pricing.NONE);
        assertThat(none.column(ColumnKind.DAY).amounts(OverviewRow.TOTAL).cost()).isNull();
        assertThat(none.column(ColumnKind.DAY).amounts(OverviewRow.TOTAL).kilowattHours()).isPositive();

        Overview away = new Overviews(house).overview(DAY, NOW, new Prices(null, null, null, shares), null);
        assertThat(away.pricing()).isEqualTo(Pricing.AWAY);
        assertThat(away.column(ColumnKind.DAY).amounts(OverviewRow.BUDGET)).isEqualTo(Amounts.UNKNOWN);
    }

    @Test
    void theFactorOfTheDayIsTold_E4() {
        long rise = House.at("2026-11-19T12:00:00").toEpochSecond();
        Calibration calibration = () -> new CorrectionFactors(
                List.of(new CorrectionFactors.Step(rise, new BigDecimal("0.97"))));
        Overviews overviews = new Overviews(house);

        assertThat(overviews.overview(DAY, NOW, prices(), calibration).factor()).isEqualByComparingTo("0.97");
        assertThat(overviews.overview(DAY.minusDays(1), NOW, prices(), calibration).factor()).isNull();
    }

    @Test
    void nothingMeasuredYetIsNoFault() {
        Overview empty = new Overviews(new House()).overview(DAY, NOW, prices(), null);

        assertThat(empty.first()).isEmpty();
        assertThat(empty.gaps()).isEmpty();
        List<BigDecimal> totals = new ArrayList<>();
        empty.columns().forEach(column -> totals.add(column.amounts(OverviewRow.TOTAL).kilowattHours()));
        assertThat(totals).containsOnlyNulls();
    }
}
