package org.opensem.web.graph.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.Command;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.testkit.TestClock;
import org.opensem.web.BrowserTab;
import org.opensem.web.chart.PowerCurve.Phases;
import org.opensem.web.graph.internal.Place.Window;
import org.opensem.web.graph.internal.WindowFigures.Peak;

/** The graph's page while bundles are being updated (X2) and when another zone is chosen (T1). */
class GraphViewTest {
    private static final Instant NOW = Instant.parse("2026-11-19T19:00:00Z");
    private static final String AWAY = "Die Auswertung ist gerade nicht da";

    private final BrowserTab context = new BrowserTab();
    private final List<Runnable> ticking = new ArrayList<>();
    private boolean away;
    private boolean returning;
    private int reads;
    private int firsts;

    private final Source source = new Source() {
        @Override
        public ZonedDateTime now() {
            return NOW.atZone(context.zone());
        }

        @Override
        public boolean away() {
            return away;
        }

        @Override
        public Optional<Sample> newest() {
            return Optional.empty();
        }

        @Override
        public Optional<WindowFigures> figures(Window window, Phases phases) {
            reads++;
            return Optional.of(new WindowFigures(window.seconds(), 42, 0, new Peak(1, window.from()), new Peak(1, window.from())));
        }

        @Override
        public OptionalLong first(Window window) {
            firsts++;
            away &= !returning;
            return OptionalLong.empty();
        }

        @Override
        public Optional<List<InvalidRange>> marks() {
            return Optional.empty();
        }

        @Override
        public boolean mark(Window stretch, String reason) {
            return false;
        }

        @Override
        public boolean takeBack(long id) {
            return false;
        }
    };

    /** A page that nobody else is at work in. */
    private static final class Browser extends UI {
        private static final long serialVersionUID = 1;

        @Override
        public Future<Void> access(Command command) {
            command.execute();
            return null;
        }
    }

    private GraphView open() {
        GraphView view = new GraphView(source, context, task -> {
            ticking.add(task);
            return () -> ticking.remove(task);
        });
        new Browser().add(view);
        return view;
    }

    private void tick() {
        List.copyOf(ticking).forEach(Runnable::run);
    }

    private static String text(Component component) {
        StringBuilder text = new StringBuilder();
        collect(component.getElement(), text);
        return text.toString();
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText()).append('|');
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> collect(child, text));
        }
    }

    @Test
    void aPastDaySaysWhatIsAwayOnlyWhileItIs_X2() {
        context.state = Map.of("date", "2026-11-18");
        away = true;
        GraphView view = open();
        assertThat(text(view)).contains(AWAY, "42");
        int before = reads;
        tick();
        assertThat(reads).as("a past day is not read every second").isEqualTo(before);

        away = false;
        tick();
        assertThat(text(view)).contains("42").doesNotContain(AWAY);
    }

    @Test
    void whatWasAskedWhileItWasAwayIsAskedAgainAlsoIfItReturnsMeanwhile_X2() {
        context.state = Map.of("date", "2026-11-18");
        away = true;
        returning = true;
        assertThat(text(open())).contains("42").doesNotContain(AWAY);
        assertThat(firsts).isEqualTo(2);
    }

    @Test
    void anOpenPageFollowsTheZone_T1() {
        Services services = new Services();
        services.clock = new TestClock(NOW);
        GraphContribution graph = new GraphContribution(services);
        Component view = graph.create(context);
        assertThat(text(view)).contains("Donnerstag, 19. November 2026");

        context.zone = ZoneId.of("Asia/Tokyo");
        context.go(Map.of("phase", "l1"));
        assertThat(text(view)).contains("Freitag, 20. November 2026");
        graph.stop();
    }

    @Test
    void theDayIsDrawnAgainWhenItBeginsInAnotherZone_T1() {
        GraphView view = open();
        assertThat(text(view)).contains("|00:00–20:00|");
        context.zone = ZoneId.of("Europe/London");
        tick();
        assertThat(text(view)).contains("|00:00–19:00|");
    }
}
