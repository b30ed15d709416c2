package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.metering.Sample;
import org.opensem.tariff.Budget;
import org.opensem.web.Unit;
import org.opensem.web.chart.TargetChart;
import org.opensem.web.chart.TargetChart.Point;

/** H5, H6: target and actual by kind of period, the dial, the gauge, the projection. */
class BudgetTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    private final Words german = new Words(Locale.GERMANY);
    private final House house = new House("2026-11-19T20:47:12").measured("2026-11-01T00:00:00", "2026-11-19T20:47:12");
    private final Tab tab = new Tab();

    private Targets today() {
        return new Targets(Prices.designDay(house.now), house.now, german);
    }

    private static BigDecimal money(String amount) {
        return Prices.money(amount);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    /** A budget with a target of 98 less 3 a part, and an actual of 3 a part up to now. */
    private Budget of(PeriodKind kind) {
        Period period = Period.of(kind, house.now);
        List<Budget.Point> series = new ArrayList<>();
        List<Span> parts = period.parts();
        for (int i = 0; i < parts.size(); i++) {
            Span part = parts.get(i);
            boolean running = part.start().isBefore(house.now) && part.end().isAfter(house.now);
            series.add(new Budget.Point(running ? house.now : part.end(), money(String.valueOf(98 - 3 * i)),
                    part.start().isAfter(house.now) ? null : money("3")));
        }
        return new Budget(period, EURO, new Budget.Prepaid(money("98"), money("0.317"), money("429")),
                new Budget.Amount(money("98"), money("309")), new Budget.Amount(money("57"), money("180")), series,
                new Budget.Projection(money("98.99"), money("1108.54"), money("-28.54")));
    }

    @Test
    void aDayHasAFlatTargetAgainstWhatItCameToSoFar() {
        TargetChart chart = today().chart();

        assertThat(chart.lines()).isTrue();
        assertThat(chart.from()).isZero();
        assertThat(chart.to()).isEqualTo(24);
        assertThat(chart.points()).hasSize(25).allSatisfy(point -> assertThat(point.target()).isEqualTo(37.69));
        assertThat(chart.points().getFirst().actual()).as("at midnight").isZero();
        assertThat(chart.points().get(8).actual()).isEqualTo(1.12);
        assertThat(chart.points().get(8).title()).isEqualTo("bis 08:00");
        Point now = chart.points().get(21);
        assertThat(now.running()).isTrue();
        assertThat(now.at()).isCloseTo(20.787, within(0.001));
        assertThat(now.note()).isEqualTo("Stand 20:47");
        assertThat(now.rows()).extracting(row -> row.name() + " " + plain(row.text()))
                .containsExactly("Soll 37,69 €", "Ist 3,05 €", "Differenz +34,64 €");
        assertThat(chart.points().get(22).actual()).as("yet to come, never 0").isNull();
        assertThat(chart.points().get(22).rows().getLast().text()).isEqualTo("–");
        assertThat(chart.points().getLast().title()).isEqualTo("bis 24:00");
        assertThat(chart.ticks().getFirst().label()).isEqualTo("00:00");
        assertThat(chart.ticks().getLast()).isEqualTo(new TargetChart.Tick(24, 0, "24:00"));
        assertThat(new Targets(Prices.designDay(house.now), house.now, new Words(Locale.US)).chart().ticks().getLast().label())
                .isEqualTo("12\u00a0AM");
    }

    @Test
    void threeFiguresOfADay() {
        assertThat(today().sum()).isEqualTo(new Targets.Sum(money("37.69"), money("3.05")));
        assertThat(today().sum().difference()).isEqualByComparingTo("34.64");
        assertThat(today().asOf()).isEqualTo("Stand 20:47");
        assertThat(new Targets.Sum(money("3"), money("5")).difference()).as("may be negative").isEqualByComparingTo("-2");
        assertThat(new Targets.Sum(money("17.895"), money("2.706")).difference()).as("17.90 − 2.71")
                .isEqualByComparingTo("15.19");
        assertThat(new Targets.Sum(money("3"), null).difference()).isNull();
    }

    @Test
    void aDayOf25HoursIsThatLong() {
        House autumn = new House("2026-10-25T12:00:00");
        TargetChart chart = new Targets(Prices.designDay(autumn.now), autumn.now, german).chart();

        assertThat(chart.to()).isEqualTo(25);
        assertThat(chart.ticks()).extracting(TargetChart.Tick::ordinal).containsSubsequence(1, 2, 2, 3);
    }

    @Test
    void monthsHaveDaysAndYearsHaveMonths() {
        TargetChart month = new Targets(of(PeriodKind.MONTH), house.now, german).chart();
        assertThat(month.lines()).isFalse();
        assertThat(month.from()).isEqualTo(-0.5);
        assertThat(month.to()).isEqualTo(29.5);
        assertThat(month.points()).hasSize(30);
        assertThat(month.points().getFirst().title()).isEqualTo("Sonntag, 1. November 2026");
        assertThat(month.points().get(18).running()).isTrue();
        assertThat(month.points().get(18).target()).isEqualTo(98 - 54);
        assertThat(month.points().get(17).running()).isFalse();
        assertThat(month.points().get(19).actual()).isNull();

        TargetChart year = new Targets(of(PeriodKind.YEAR), house.now, german).chart();
        assertThat(year.ticks()).extracting(TargetChart.Tick::label).startsWith("Jan").hasSize(12);
        assertThat(year.points().get(10).title()).isEqualTo("November 2026");
        TargetChart week = new Targets(of(PeriodKind.WEEK), house.now, german).chart();
        assertThat(week.ticks()).extracting(TargetChart.Tick::label).startsWith("Mo 16.").hasSize(7);
        assertThat(week.tableHead()).containsExactly("Tag", "Soll", "Ist", "Differenz");
    }

    /** Months without an instalment have no point: the others stay in their place. */
    @Test
    void aPartWithoutAnInstalmentLeavesItsPlaceEmpty() {
        Budget year = of(PeriodKind.YEAR);
        Budget later = new Budget(year.period(), EURO, year.now(), year.remaining(), year.consumed(),
                year.series().subList(6, 12), year.projection());

        assertThat(new Targets(later, house.now, german).chart().points()).extracting(Point::at)
                .containsExactly(6.0, 7.0, 8.0, 9.0, 10.0, 11.0);
    }

    @Test
    void longerPeriodsCompareInstalmentsWithAllThatTheyCameTo() {
        assertThat(new Targets(of(PeriodKind.MONTH), house.now, german).sum())
                .isEqualTo(new Targets.Sum(money("98"), money("57")));
    }

    @Test
    void theNeedleStaysWithinTheScaleAndTheFigureDoesNot() {
        assertThat(Dial.fraction(429, 429)).isEqualTo(0.5);
        assertThat(Dial.fraction(497, 429)).isCloseTo(0.5793, within(0.0001));
        assertThat(Dial.fraction(9000, 429)).isEqualTo(1);
        assertThat(Dial.fraction(-500, 429)).as("feed-in").isZero();

        HostedPanel context = new HostedPanel("budget", tab, null, Map.of());
        BudgetPanel panel = new BudgetPanel(context);
        house.prices.with(Prices.designDay(house.now));
        context.figures(house.show(PeriodKind.DAY, "2026-11-19T00:00:00", Unit.COST));
        Component dial = Tab.all(panel.panel()).filter(Dial.class::isInstance).findFirst().orElseThrow();
        assertThat(dial.getElement().getAttribute("aria-valuetext")).isEqualTo("noch kein Messwert");

        context.live(Sample.ofTotal(house.now.toEpochSecond(), 5_000_000));
        assertThat(Tab.text(panel.panel())).contains("5,00", "4,57\u00a0kW über vorausbezahlt",
                "vorausbezahlt 429\u00a0W", "858\u00a0W");
        assertThat(dial.getStyle().get("--turn")).isEqualTo("90.0deg");
        assertThat(dial.getElement().getAttribute("role")).isEqualTo("meter");
        assertThat(dial.getElement().getAttribute("aria-valuemax")).isEqualTo("858");
        assertThat(dial.getElement().getAttribute("aria-valuenow")).isEqualTo("858");
        assertThat(dial.getElement().getAttribute("aria-valuetext")).isEqualTo("5,00\u00a0kW, 4,57\u00a0kW über vorausbezahlt");
        context.live(Sample.ofTotal(house.now.toEpochSecond() + 1, 214_500));
        assertThat(dial.getStyle().get("--turn")).isEqualTo("-45.0deg");
    }

    @Test
    void overAndUnderAreSaidWithoutASign() {
        assertThat(plain(BudgetFigures.against(497, 429, german))).isEqualTo("68 W über vorausbezahlt");
        assertThat(plain(BudgetFigures.against(400, 429, german))).isEqualTo("29 W unter vorausbezahlt");
        assertThat(BudgetFigures.against(429.2, 429, german)).isEqualTo("so viel wie vorausbezahlt");
        assertThat(plain(BudgetFigures.against(-1000, 429, german))).isEqualTo("1,43 kW unter vorausbezahlt");
    }

    @Test
    void theGaugeIsGreenToTwoThirdsAndAllRedWithNothingLeft() {
        assertThat(Gauge.Ends.of(9.9, 8.29).green()).isCloseTo(66.667, within(0.001));
        assertThat(Gauge.Ends.of(9.9, 8.29).used()).isCloseTo(55.825, within(0.001));
        assertThat(Gauge.Ends.of(9.9, 30).used()).as("stays within").isEqualTo(100);
        assertThat(Gauge.Ends.of(9.9, 0).used()).isZero();
        assertThat(Gauge.Ends.of(0, 3)).isEqualTo(new Gauge.Ends(0, 100));
        assertThat(Gauge.Ends.of(-2, 3)).isEqualTo(new Gauge.Ends(0, 100));
    }

    private String panel(Budget period, Budget now) {
        house.prices.budgets.clear();
        if (period != null) {
            house.prices.with(period);
        }
        if (now != null) {
            house.prices.budgets.put(Period.of(PeriodKind.DAY, house.now), now);
        }
        HostedPanel context = new HostedPanel("budget", tab, null, Map.of());
        BudgetPanel panel = new BudgetPanel(context);
        context.live(Sample.ofTotal(house.now.toEpochSecond(), 497_000));
        context.figures(house.show(period == null ? PeriodKind.WEEK : period.period().kind(), "2026-11-19T00:00:00",
                Unit.COST));
        return plain(Tab.text(panel.panel()));
    }

    @Test
    void whatIsLeftAndWhereItLeadsTo() {
        Budget day = Prices.designDay(house.now);
        assertThat(panel(day, day)).contains("497", "68 W über vorausbezahlt", "Verbleibender Abschlag", "3,14 €", "8,29 kWh",
                "9,90 kWh", "Prognose November", "98,99 €", "−0,99 €", "Abrechnungsjahr", "1.108,54 €", "−28,54 €");
    }

    @Test
    void theDialIsOfNowAndTheRestOfThePeriod() {
        Budget month = of(PeriodKind.MONTH);
        assertThat(panel(month, Prices.designDay(house.now))).contains("vorausbezahlt 429 W", "Abschlag des Monats 98,00 €");
    }

    @Test
    void aPeriodWithoutAnInstalmentKeepsTheDial() {
        assertThat(panel(null, Prices.designDay(house.now))).contains("vorausbezahlt 429 W",
                "In diesem Zeitraum gibt es keinen Abschlag.", "Prognose November").doesNotContain("Abschlag der Woche");
    }

    @Test
    void nothingLeftIsRed() {
        Budget day = Prices.designDay(house.now);
        Budget overdrawn = new Budget(day.period(), EURO, day.now(), new Budget.Amount(money("-1.5"), money("-4.7")),
                day.consumed(), day.series(), day.projection());
        assertThat(panel(overdrawn, overdrawn)).contains("−1,50 €", "8,29 kWh").doesNotContain("4,70 kWh");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        Budget day = Prices.designDay(house.now);
        Budget bare = new Budget(day.period(), EURO, null, new Budget.Amount(money("3"), null), new Budget.Amount(null, null),
                List.of(), null);
        assertThat(panel(bare, bare)).contains("Verbleibender Abschlag", "3,00 €")
                .doesNotContain("Prognose", "vorausbezahlt 429");
        Budget free = new Budget(day.period(), EURO, new Budget.Prepaid(money("98"), BigDecimal.ZERO, null), day.remaining(),
                day.consumed(), day.series(), new Budget.Projection(money("98.99"), money("1108.54"), null));
        assertThat(panel(free, free)).contains("98,99 €", "1.108,54 €").doesNotContain("28,54");
        assertThat(new Targets(bare, house.now, german).sum()).isEqualTo(new Targets.Sum(null, null));
    }

    @Test
    void theTableSaysItAllInWords() {
        house.prices.with(Prices.designDay(house.now));
        HostedPanel context = new HostedPanel("budget", tab, null, Map.of());
        BudgetPanel panel = new BudgetPanel(context);
        context.figures(house.show(PeriodKind.DAY, "2026-11-19T00:00:00", Unit.COST));
        Component button = Tab.all(panel.panel())
                .filter(one -> "Budget: als Tabelle".equals(one.getElement().getAttribute("aria-label")))
                .findFirst().orElseThrow();
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));

        assertThat(plain(Tab.text(panel.panel()))).contains("Abschlag im Monat 98,00 €", "Vorausbezahlte Leistung 429 W",
                "3,14 € · 9,90 kWh", "3,05 € · 8,29 kWh", "Differenz −28,54 €").doesNotContain("über vorausbezahlt");
        assertThat(button.getElement().getAttribute("aria-pressed")).isEqualTo("true");
    }

    @Test
    void withoutAnyOfItThePanelSaysWhatToDo() {
        assertThat(panel(null, null)).contains("Noch kein Abschlag").doesNotContain("Prognose");
        house.prices.none = true;
        assertThat(panel(null, null)).contains("Für das Budget fehlt der Abschlag");
    }
}
