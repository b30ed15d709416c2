package org.opensem.web.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.web.Unit;
import org.opensem.web.home.HomeFigures.Money;
import org.opensem.web.home.HomeFigures.Prices;

/** H1, T4: which unit can be shown, and what is missing, running, ahead. */
class HomeFiguresTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 19, 20, 47, 12, 0, BERLIN);
    private static final Period TODAY = Period.of(PeriodKind.DAY, NOW);

    /** Of each hour of today that has begun, some seconds are measured. */
    private static HomeFigures figures(Unit unit, Money money, long secondsOfAnHour, OptionalLong first) {
        List<Bucket> buckets = new ArrayList<>();
        Figures totals = Figures.NONE;
        for (Span hour : TODAY.parts()) {
            long elapsed = Math.clamp(NOW.toEpochSecond() - hour.startSecond(), 0, secondsOfAnHour);
            Extreme extreme = new Extreme(1, hour.startSecond());
            Figures figures = elapsed == 0 ? Figures.NONE : new Figures(elapsed, Energy.NONE, extreme, extreme);
            buckets.add(new Bucket(hour, figures));
            totals = totals.plus(figures);
        }
        return new HomeFigures(new EnergyReport(TODAY, buckets, totals), unit, money, NOW, first, Optional.empty());
    }

    private static Money cost(BigDecimal co2Kg, boolean known) {
        Cost.Lines lines = new Cost.Lines(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
        Cost totals = known ? new Cost(lines, null, BigDecimal.ZERO, co2Kg) : Cost.UNKNOWN;
        return new Money(Prices.KNOWN, Optional.of(new CostReport(Currency.getInstance("EUR"), List.of(), totals, false)),
                Optional.empty(), Optional.empty());
    }

    private static Unit shown(Unit unit, Money money) {
        return figures(unit, money, 3600, OptionalLong.of(0)).shownUnit();
    }

    @Test
    void energyIsShownWhereThereIsNoPriceOrNoCo2PerKwh() {
        assertThat(shown(Unit.COST, cost(null, true))).isEqualTo(Unit.COST);
        assertThat(shown(Unit.CO2, cost(BigDecimal.ONE, true))).isEqualTo(Unit.CO2);
        assertThat(shown(Unit.CO2, cost(null, true))).isEqualTo(Unit.ENERGY);
        assertThat(shown(Unit.CO2, cost(null, false))).as("nothing measured yet").isEqualTo(Unit.CO2);
        assertThat(shown(Unit.COST, Money.AWAY)).isEqualTo(Unit.ENERGY);
        assertThat(shown(Unit.ENERGY, cost(BigDecimal.ONE, true))).isEqualTo(Unit.ENERGY);
        assertThat(figures(Unit.COST, Money.AWAY, 3600, OptionalLong.of(0)).in(Unit.CO2).unit()).isEqualTo(Unit.CO2);
    }

    @Test
    void aCostIsThereIfAndOnlyIfPricesAreKnown() {
        assertThatThrownBy(() -> new Money(Prices.KNOWN, Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Money.AWAY.cost()).isEmpty();
    }

    @Test
    void hoursAreOverRunningOrAhead() {
        HomeFigures today = figures(Unit.COST, Money.AWAY, 3600, OptionalLong.of(0));
        List<Bucket> hours = today.energy().buckets();

        assertThat(today.running()).isTrue();
        assertThat(today.isRunning(hours.get(20))).isTrue();
        assertThat(today.isRunning(hours.get(19))).isFalse();
        assertThat(today.isAhead(hours.get(21))).isTrue();
        assertThat(today.isAhead(hours.get(20))).isFalse();
    }

    @Test
    void whatShouldHaveBeenMeasuredAndWasNotIsMissing() {
        HomeFigures today = figures(Unit.COST, Money.AWAY, 3000, OptionalLong.of(0));
        List<Bucket> hours = today.energy().buckets();

        assertThat(today.missingSeconds(hours.get(5))).isEqualTo(600);
        assertThat(today.missingSeconds(hours.get(21))).isZero();
        // 47 minutes of the running hour are measured: 2832 − 20 have to be stored by now.
        assertThat(today.missingSeconds(hours.get(20))).isZero();
        assertThat(today.missingSeconds()).isEqualTo(20 * 600);
    }

    @Test
    void beforeTheFirstMeasurementNothingIsMissing() {
        long two = TODAY.parts().get(14).startSecond() + 1200;
        HomeFigures none = figures(Unit.COST, Money.AWAY, 0, OptionalLong.of(two));

        assertThat(none.isBeforeFirst(none.energy().buckets().get(13))).isTrue();
        assertThat(none.isBeforeFirst(none.energy().buckets().get(14))).isFalse();
        assertThat(none.missingSeconds(none.energy().buckets().get(13))).isZero();
        assertThat(none.missingSeconds(none.energy().buckets().get(14))).isEqualTo(2400);
        assertThat(none.empty()).isFalse();
        assertThat(figures(Unit.COST, Money.AWAY, 0, OptionalLong.empty()).empty()).isTrue();
        assertThat(figures(Unit.COST, Money.AWAY, 0, OptionalLong.empty()).missingSeconds()).isZero();
    }
}
