package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;
import org.opensem.web.ViewContext;

/** Home as a whole, without a browser. */
class HomeViewTest {
    private final House house = new House("2026-11-19T20:47:12").measured("2026-11-01T00:00:00", "2026-11-19T03:12:00")
            .measured("2026-11-19T03:41:00", "2026-11-19T20:47:12");
    private final Context context = new Context();

    /** A browser tab. */
    private static final class Context implements ViewContext {
        private final Map<String, String> preferences = new HashMap<>();
        private Map<String, String> state = Map.of();
        private Consumer<Map<String, String>> onState = s -> { };
        private Consumer<Sample> onLive = s -> { };

        @Override
        public Map<String, String> state() {
            return state;
        }

        @Override
        public void go(Map<String, String> to) {
            state = to;
            onState.accept(to);
        }

        @Override
        public void onState(Consumer<Map<String, String>> listener) {
            onState = listener;
        }

        @Override
        public void onLive(Consumer<Sample> listener) {
            onLive = listener;
        }

        @Override
        public String preference(String name, String otherwise) {
            return preferences.getOrDefault(name, otherwise);
        }

        @Override
        public void remember(String name, String value) {
            preferences.put(name, value);
        }

        @Override
        public void open(String route, Map<String, String> to) {
            throw new UnsupportedOperationException("Home leads nowhere else");
        }

        @Override
        public Locale locale() {
            return Locale.GERMANY;
        }

        @Override
        public ZoneId zone() {
            return House.BERLIN;
        }
    }

    private HomeView view() {
        return new HomeView(house, context, task -> () -> { });
    }

    /** All text that can be seen. */
    private static String text(Component component) {
        StringBuilder text = new StringBuilder();
        collect(component.getElement(), text);
        return text.toString();
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText());
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> collect(child, text));
            text.append(' ');
        }
    }

    private static Stream<Component> all(Component component) {
        return component.isVisible()
                ? Stream.concat(Stream.of(component), component.getChildren().flatMap(HomeViewTest::all)) : Stream.empty();
    }

    @Test
    void showsTodayWithItsGap() {
        String text = text(view());

        assertThat(text).contains("Donnerstag, 19. November 2026", "Energie heute", "29\u00a0min ohne Messwerte, 03:12–03:41",
                "Grundlast", "Schaltlast", "nicht zugeordnet");
    }

    @Test
    void followsTheUrlAndFindsBack() {
        HomeView view = view();
        context.go(Map.of("period", "year"));
        assertThat(text(view)).contains("Energie dieses Jahr");

        context.go(Map.of("period", "day", "date", "2026-11-17"));
        assertThat(text(view)).contains("Dienstag, 17. November 2026").doesNotContain("ohne Messwerte");
        context.go(Map.of());
        assertThat(text(view)).contains("Donnerstag, 19. November 2026");
    }

    @Test
    void eachSecondShowsAtOnce() {
        HomeView view = view();
        context.onLive.accept(Sample.ofPhases(house.now.toEpochSecond(), 43_000, 153_000, 301_000));
        assertThat(text(view)).contains("20:47:12").contains("497", "43", "153", "301");

        context.onLive.accept(Sample.ofTotal(house.now.toEpochSecond() + 1, 1_500_000));
        assertThat(text(view)).contains("1,50").contains("Der Zähler meldet nur die Summe.");
    }

    @Test
    void keepsItsFiguresWhileTheyAreBeingUpdated() {
        HomeView view = view();
        house.away = true;
        context.go(Map.of("period", "month"));
        assertThat(text(view)).as("X2").contains("Auswertung wird gerade aktualisiert", "Grundlast");

        house.away = false;
        house.failing = true;
        context.go(Map.of("period", "month"));
        assertThat(text(view)).contains("Auswertung wird gerade aktualisiert");

        house.failing = false;
        context.go(Map.of("period", "month"));
        assertThat(text(view)).contains("November 2026").doesNotContain("aktualisiert");
    }

    @Test
    void startsQuietlyWhereThereIsNothingYet() {
        house.away = true;
        assertThat(text(view())).contains("Die Auswertung startet gerade").doesNotContain("Grundlast");

        House empty = new House("2026-11-19T20:47:12");
        assertThat(text(new HomeView(empty, context, task -> () -> { })))
                .contains("Noch keine Messwerte").doesNotContain("Grundlast");
    }

    @Test
    void thePanelsAreRemembered() {
        context.preferences.put("home-panels", "history");
        HomeView view = view();
        List<String> panels = all(view).map(c -> c.getElement().getAttribute("data-panel")).filter(id -> id != null).toList();

        assertThat(panels).containsExactly("history");
    }
}
