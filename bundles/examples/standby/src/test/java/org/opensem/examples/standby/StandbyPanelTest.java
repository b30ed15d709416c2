package org.opensem.examples.standby;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.language.Formats;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.web.Unit;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.HomeFigures.Money;
import org.opensem.web.home.HomeFigures.Prices;
import org.opensem.web.home.PanelContext;

/** X4: a plug-in's panel, with what Home lends to it. */
class StandbyPanelTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 11, 19, 12, 0, 0, 0, BERLIN);

    private final List<Consumer<HomeFigures>> listeners = new ArrayList<>();
    private final PanelContext context = (PanelContext) Proxy.newProxyInstance(PanelContext.class.getClassLoader(),
            new Class<?>[] {PanelContext.class}, (self, method, arguments) -> switch (method.getName()) {
                case "locale" -> Locale.GERMANY;
                case "formats" -> Formats.of(Locale.GERMANY);
                case "zone" -> BERLIN;
                case "onFigures" -> listeners.add(figures -> tell(arguments[0], figures)) ? null : null;
                default -> throw new UnsupportedOperationException(method.getName());
            });
    private final Panel panel = new StandbyPanel().create(context);

    @SuppressWarnings("unchecked")
    private static void tell(Object listener, HomeFigures figures) {
        ((Consumer<HomeFigures>) listener).accept(figures);
    }

    /** A day of 2 kWh for 60 ct, with a lowest power. */
    private static HomeFigures day(Unit unit, Extreme lowest) {
        Period day = Period.of(PeriodKind.DAY, NOON);
        Figures totals = lowest == null ? Figures.NONE
                : new Figures(3600, new Energy(7_200_000_000L, 0, 0, 0, 0, 0, 0), lowest, lowest);
        Cost cost = new Cost(new Cost.Lines(new BigDecimal("0.60"), BigDecimal.ZERO, BigDecimal.ONE), null, BigDecimal.ZERO, null);
        Money money = new Money(Prices.KNOWN, Optional.of(new CostReport(Currency.getInstance("EUR"), List.of(), cost, false)),
                Optional.empty(), Optional.empty());
        return new HomeFigures(new EnergyReport(day, List.of(), totals), unit, money, NOON, OptionalLong.of(0), Optional.empty());
    }

    private List<String> shown(HomeFigures figures) {
        listeners.forEach(listener -> listener.accept(figures));
        return figures(panel).map(figure -> figure.getText().replace('\u00a0', ' ')).toList();
    }

    private static Stream<Figure> figures(Component component) {
        return component instanceof Figure figure ? Stream.of(figure) : component.getChildren().flatMap(StandbyPanelTest::figures);
    }

    @Test
    void theLowestPowerMakesSoMuchInAYear() {
        Extreme lowest = new Extreme(100_000, NOON.toEpochSecond());

        assertThat(shown(day(Unit.ENERGY, lowest))).containsExactly("100 W", "876 kWh");
        assertThat(shown(day(Unit.COST, lowest))).as("at 30 ct/kWh").containsExactly("100 W", "262,80 €");
    }

    @Test
    void withoutReadingsThereIsNoFigure() {
        assertThat(shown(day(Unit.COST, null))).containsExactly("–", "–");
        assertThat(shown(day(Unit.COST, new Extreme(-5, 0)))).containsExactly("–", "–");
    }

    @Test
    void itStandsAmongTheExtensions() {
        assertThat(new StandbyPanel().descriptor().order()).isGreaterThanOrEqualTo(1000);
        assertThat(new StandbyPanel().descriptor().title().apply(Locale.UK)).isEqualTo("Always on");
    }
}
