package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.metering.Sample;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomePanel;
import org.opensem.web.home.PanelContext;
import org.opensem.web.home.PanelDescriptor;
import org.osgi.framework.ServiceReference;

/** H1, X4: panels come, go, are hidden and fail, while the others go on. */
class BoardTest {
    private final House house = new House("2026-11-19T20:47:12").measured("2026-11-01T00:00:00", "2026-11-19T20:47:12");
    private final Tab tab = new Tab();
    private final PanelRegistry registry = Panels.own();
    private final List<String> told = new ArrayList<>();
    private final List<Runnable> ticks = new ArrayList<>();
    private PanelContext lent;

    private HomeView view() {
        return new HomeView(house, registry, tab, task -> {
            ticks.add(task);
            return () -> { };
        });
    }

    private Panel plugIn(PanelContext context) {
        lent = context;
        context.onFigures(figures -> told.add(figures.unit() + " " + figures.period().kind()));
        context.onLive(sample -> told.add("live " + sample.epochSecond()));
        context.onState(state -> told.add("state " + state));
        return new Panel("solar", "Solar").body(new Span("from the roof"));
    }

    private ServiceReference<HomePanel> add(int ranking) {
        ServiceReference<HomePanel> reference = Panels.reference(ranking);
        registry.bindPanel(reference, Panels.panel("solar", 1000, 8, this::plugIn));
        return reference;
    }

    private Board board(HomeView view) {
        return Tab.all(view).filter(Board.class::isInstance).map(Board.class::cast).findFirst().orElseThrow();
    }

    @Test
    void aPlugInsPanelComesAndGoesInAnOpenPage() {
        HomeView view = view();
        assertThat(board(view).isOutdated()).isFalse();
        ServiceReference<HomePanel> reference = add(9);
        assertThat(board(view).isOutdated()).isTrue();
        board(view).renew();
        assertThat(Tab.panels(view)).containsExactly("overview", "history", "use", "target", "budget", "solar");
        assertThat(Tab.text(view)).contains("from the roof", "Panel solar");
        assertThat(told).containsExactly("COST DAY");

        registry.unbindPanel(reference);
        assertThat(board(view).isOutdated()).isTrue();
        tab.onLive.accept(Sample.ofTotal(100, 1000));
        board(view).renew();
        assertThat(told).as("a bundle that has stopped is told nothing").containsExactly("COST DAY");
        assertThat(Tab.panels(view)).doesNotContain("solar");
        assertThat(Tab.text(view)).doesNotContain("solar");
        assertThat(tab.released).as("so that Flow forgets its classes").isEqualTo(1);
        lent.go(Map.of("a", "b"));
        assertThat(tab.state).as("what it was lent does nothing more").isEmpty();
    }

    @Test
    void anUpdatedPanelTakesTheOldOnesPlace() {
        ServiceReference<HomePanel> old = add(9);
        HomeView view = view();
        add(10);
        registry.unbindPanel(old);
        board(view).renew();
        assertThat(Tab.panels(view)).containsOnlyOnce("solar").hasSize(6);
        assertThat(told).containsExactly("COST DAY", "COST DAY");
    }

    @Test
    void aPanelHearsOfFiguresUnitsAndSeconds() {
        add(9);
        view();
        tab.go(Map.of("period", "week", "unit", "kwh"));
        tab.onLive.accept(Sample.ofTotal(100, 1000));
        assertThat(told).containsExactly("COST DAY", "ENERGY WEEK", "live 100");
    }

    @Test
    void aPanelShowsAnotherPeriodWhichKeepsTheUnit() {
        add(9);
        view();
        tab.go(Map.of("period", "week", "unit", "kwh"));
        lent.show(Period.of(PeriodKind.MONTH, House.at("2026-10-01T00:00:00")));
        assertThat(tab.state).isEqualTo(Map.of("period", "month", "date", "2026-10-01", "unit", "kwh"));
        lent.show(Period.of(PeriodKind.MONTH, House.at("2026-12-01T00:00:00")));
        assertThat(tab.state).as("nothing after now").containsEntry("date", "2026-10-01");
    }

    @Test
    void aPanelsStateStandsInTheUrlAndIsItsOwn() {
        add(9);
        tab.state = Map.of("solar.roof", "south", "other.roof", "north", "period", "week");
        view();
        assertThat(lent.state()).isEqualTo(Map.of("roof", "south"));
        lent.go(Map.of("roof", "east"));
        assertThat(tab.state).isEqualTo(Map.of("period", "week", "solar.roof", "east", "other.roof", "north"));
        assertThat(told).contains("state {roof=east}");
        assertThat(lent.state()).isEqualTo(Map.of("roof", "east"));
    }

    @Test
    void aPanelsPreferencesAreItsOwn() {
        add(9);
        view();
        lent.remember("roof", "south");
        assertThat(tab.preferences).containsEntry("home.solar.roof", "south");
        assertThat(lent.preference("roof", "none")).isEqualTo("south");
    }

    @Test
    void hiddenPanelsAreRememberedAndTheRestGrows() {
        add(9);
        HomeView view = view();
        Tab.click(view, "Soll-Ist");
        Tab.click(view, "Panel solar");
        assertThat(Tab.panels(view)).containsExactly("overview", "history", "use", "budget");
        assertThat(tab.preferences).containsEntry("home-hidden", "target,solar");
        assertThat(Tab.all(view).filter(Panel.class::isInstance).map(panel -> panel.getElement().getStyle().get("--wide")))
                .containsExactly("8", "16", "16", "8");

        HomeView again = view();
        assertThat(Tab.panels(again)).containsExactly("overview", "history", "use", "budget");
        Tab.click(again, "Panel solar");
        assertThat(Tab.panels(again)).containsExactly("overview", "history", "use", "budget", "solar");
    }

    @Test
    void onePanelThatFailsDoesNotTakeTheOthersAlong() {
        List<Integer> tries = new ArrayList<>();
        registry.bindPanel(Panels.reference(9), Panels.panel("solar", 1000, 8, context -> {
            tries.add(1);
            if (tries.size() == 1) {
                throw new NoClassDefFoundError("sun");
            }
            context.onLive(sample -> {
                throw new IllegalStateException("clouds");
            });
            return new Panel("solar", "Solar").body(new Span("shines"));
        }));
        HomeView view = view();
        assertThat(Tab.text(view)).contains("Diese Ansicht hat einen Fehler", "Kosten heute");
        Tab.click(view, "Noch einmal versuchen");
        assertThat(Tab.text(view)).contains("shines").doesNotContain("Fehler");

        tab.onLive.accept(Sample.ofTotal(100, 1000));
        assertThat(Tab.text(view)).contains("Diese Ansicht hat einen Fehler", "Kosten heute").doesNotContain("shines");
        assertThat(Tab.panels(view)).containsExactly("overview", "history", "use", "target", "budget", "solar");
    }

    @Test
    void ofTwoPanelsWithOneIdTheOneThatRanksHigherIsShown() {
        registry.bindPanel(Panels.reference(99), Panels.panel("budget", 50, 24, context -> new Panel("budget", "Better")));
        HomeView view = view();
        assertThat(Tab.panels(view)).containsExactly("budget", "overview", "history", "use", "target");
    }

    @Test
    void aPanelThatCannotDescribeItselfIsLeftOut() {
        registry.bindPanel(Panels.reference(9), Panels.panel("Not An Id", 1, 8, this::plugIn));
        assertThat(registry.panels()).hasSize(OwnPanels.COUNT);
        assertThatThrownBy(() -> new PanelDescriptor("wide", 1, 25, locale -> "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsThatAreNotFullGrow() {
        assertThat(Rows.wide(List.of(8, 16, 11, 7, 6))).containsExactly(8, 16, 11, 7, 6);
        assertThat(Rows.wide(List.of(16, 11, 7, 6))).as("without the overview").containsExactly(24, 11, 7, 6);
        assertThat(Rows.wide(List.of(8, 11, 7, 6))).as("without the history").containsExactly(10, 14, 13, 11);
        assertThat(Rows.wide(List.of(8, 16, 11, 7, 6, 6))).as("with one more").containsExactly(8, 16, 15, 9, 12, 12);
        assertThat(Rows.wide(List.of(24, 4, 24))).containsExactly(24, 24, 24);
        assertThat(Rows.wide(List.of(6))).containsExactly(24);
        assertThat(Rows.wide(List.of())).isEmpty();
        assertThat(Rows.count(Rows.wide(List.of(8, 16, 11, 7, 6)))).isEqualTo(2);
        assertThat(Rows.medium(List.of(8, 16, 11, 7, 6))).containsExactly(24, 24, 24, 12, 12);
        assertThat(Rows.medium(List.of(8, 7))).containsExactly(24, 24);
    }
}
