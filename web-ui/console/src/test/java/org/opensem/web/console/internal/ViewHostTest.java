package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.testkit.TestClock;
import org.opensem.time.ClockStatus;
import org.opensem.web.ViewContext;
import org.opensem.web.ViewContribution;
import org.opensem.web.console.internal.MeterState.Condition;
import org.osgi.framework.ServiceReference;

/** One page while views come, go and fail (X2, X4). */
class ViewHostTest {
    private final AtomicLong nanos = new AtomicLong(1);
    private final ViewRegistry registry = new ViewRegistry();
    private final MeterWatch meter = new MeterWatch(nanos::get);
    private final FakeUi ui = new FakeUi();
    private final Page page = new Page(ui, Fakes.request(Locale.GERMANY, Map.of()), registry, meter);
    private final ViewHost host = page.host();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        meter.deactivate();
    }

    private ServiceReference<ViewContribution> add(int ranking, String route) {
        ServiceReference<ViewContribution> reference = Fakes.reference(ranking);
        registry.bindView(reference, Fakes.view(route, 100, this::view));
        return reference;
    }

    private Component view(ViewContext context) {
        context.onState(state -> told.add("state " + state));
        context.onLive(sample -> told.add("live " + sample.epochSecond()));
        return new Span("view at " + context.state());
    }

    private String text() {
        return texts(host).reduce("", (a, b) -> a + b);
    }

    private static Stream<String> texts(Component component) {
        return Stream.concat(component instanceof Span span && span.getChildren().findAny().isEmpty()
                ? Stream.of(span.getText()) : Stream.empty(), component.getChildren().flatMap(ViewHostTest::texts));
    }

    @Test
    void aViewIsMadeWithTheStateOfItsAddress() {
        add(1, "home");
        host.enter("home", Map.of("period", "day"));
        assertThat(text()).isEqualTo("view at {period=day}");
        assertThat(host.getPageTitle()).isEqualTo("home de · openSEM");
        assertThat(host.getClassNames()).contains("view", "v-home");
    }

    @Test
    void anotherStateOfTheSameViewIsToldAndNothingIsMadeAnew() {
        add(1, "home");
        host.enter("home", Map.of("period", "day"));
        Component before = host.getChildren().findFirst().orElseThrow();
        host.enter("home", Map.of("period", "week"));
        host.enter("home", Map.of("period", "week"));
        assertThat(told).containsExactly("state {period=week}");
        assertThat(host.getChildren().findFirst()).contains(before);
    }

    @Test
    void aViewThatGoesLeavesAPlaceholderAndReturnsAtTheSameState() {
        ServiceReference<ViewContribution> reference = add(1, "home");
        host.enter("home", Map.of("period", "day"));
        host.enter("home", Map.of("period", "month"));
        registry.unbindView(reference);
        host.viewsChanged();
        assertThat(host.getChildren().toList()).hasSize(1).first().isInstanceOf(Notice.class);
        assertThat(text()).contains("Gleich wieder da");
        add(2, "home");
        host.viewsChanged();
        assertThat(text()).isEqualTo("view at {period=month}");
        assertThat(ui.titles).containsExactly("Gleich wieder da · openSEM", "home de · openSEM");
    }

    @Test
    void aViewThatWentIsToldNothingMore() {
        ServiceReference<ViewContribution> reference = add(1, "home");
        host.enter("home", Map.of());
        registry.unbindView(reference);
        host.viewsChanged();
        host.show(new MeterState(Condition.LIVE, Sample.ofTotal(100, 1000), false, ""));
        host.enter("home", Map.of("period", "week"));
        assertThat(told).isEmpty();
    }

    @Test
    void anUpdatedViewTakesTheOldOnesPlace() {
        ServiceReference<ViewContribution> old = add(1, "home");
        host.enter("home", Map.of());
        Component before = host.getChildren().findFirst().orElseThrow();
        add(2, "home");
        registry.unbindView(old);
        host.viewsChanged();
        assertThat(host.getChildren().toList()).hasSize(1).doesNotContain(before);
    }

    @Test
    void anUnknownViewHelpsBackHome() {
        add(1, "home");
        host.enter("nothing/of/this", Map.of());
        assertThat(text()).contains("Diese Ansicht gibt es nicht");
        assertThat(host.getClassNames()).contains("v-none");
        assertThat(host.getPageTitle()).startsWith("Diese Ansicht gibt es nicht");
    }

    @Test
    void aViewThatFailsShowsOnePanelAndCanBeTriedAgain() {
        List<Integer> tries = new ArrayList<>();
        registry.bindView(Fakes.reference(1), Fakes.view("home", 1, context -> {
            tries.add(1);
            if (tries.size() == 1) {
                throw new IllegalStateException("broken");
            }
            return new Span("now it works");
        }));
        host.enter("home", Map.of());
        assertThat(text()).contains("Diese Ansicht hat einen Fehler");
        Button retry = host.getChildren().flatMap(Component::getChildren).flatMap(Component::getChildren)
                .filter(Button.class::isInstance).map(Button.class::cast).findFirst().orElseThrow();
        ComponentUtil.fireEvent(retry, new ClickEvent<>(retry));
        assertThat(text()).isEqualTo("now it works");
    }

    @Test
    void aListenerThatFailsIsNotCalledAgain() {
        registry.bindView(Fakes.reference(1), Fakes.view("home", 1, context -> {
            context.onLive(sample -> {
                told.add("live");
                throw new NoClassDefFoundError("gone");
            });
            return new Span("view");
        }));
        host.enter("home", Map.of());
        host.show(new MeterState(Condition.LIVE, Sample.ofTotal(100, 1000), false, ""));
        host.show(new MeterState(Condition.LIVE, Sample.ofTotal(101, 1000), false, ""));
        assertThat(told).containsExactly("live");
        assertThat(text()).contains("Diese Ansicht hat einen Fehler");
    }

    @Test
    void eachSampleIsToldOnceAndOnlyWhileTheMeterIsLive() {
        add(1, "home");
        host.enter("home", Map.of());
        Sample sample = Sample.ofTotal(100, 1000);
        host.show(new MeterState(Condition.LIVE, sample, false, ""));
        host.show(new MeterState(Condition.LIVE, sample, false, ""));
        host.show(new MeterState(Condition.SILENT, Sample.ofTotal(101, 1000), false, ""));
        assertThat(told).containsExactly("live 100");
    }

    @Test
    void beforeAnyViewIsThereThePageSaysThatOpenSemStarts() {
        host.enter("", Map.of());
        assertThat(text()).contains("openSEM startet");
    }

    @Test
    void whileTheMeterIsSilentEveryViewSaysSoAndLeadsToIt() {
        add(1, "home");
        host.enter("home", Map.of());
        assertThat(text()).doesNotContain("Zähler");
        meter.accept(new SampleBatch(1, new long[] {1}, List.of(Sample.ofTotal(1_795_120_265L, 497_400))));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(31));
        host.show(meter.state());
        assertThat(text()).startsWith("Der Zähler antwortet seit 20:31 nicht. Letzter Wert 497\u00a0W.").contains("view at");
        assertThat(host.getChildren().findFirst().orElseThrow().getChildren()
                .filter(Anchor.class::isInstance).map(Anchor.class::cast).map(Anchor::getHref))
                .containsExactly("settings?section=driver");
        TestClock clock = new TestClock(Instant.parse("2026-11-22T13:27:01Z"));
        meter.clock = clock;
        host.enter("nowhere", Map.of());
        assertThat(text()).as("on another day").startsWith("Der Zähler antwortet seit 19. Nov., 21:31 nicht.");
        meter.accept(new SampleBatch(1, new long[] {2}, List.of(Sample.ofTotal(1_795_120_266L, 497_400))));
        host.show(meter.state());
        assertThat(text()).doesNotContain("Zähler");
    }

    @Test
    void whoseMeterHasBeenSilentSinceYesterdayIsToldTheDay() {
        TestClock clock = new TestClock(Instant.parse("2026-11-19T21:00:00Z"));
        meter.clock = clock;
        add(1, "home");
        meter.accept(new SampleBatch(1, new long[] {1}, List.of(Sample.ofTotal(1_795_120_265L, 497_400))));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(31));
        host.enter("home", Map.of());
        assertThat(text()).startsWith("Der Zähler antwortet seit 21:31 nicht. Letzter Wert 497\u00a0W.");
        Component before = host.getChildren().findFirst().orElseThrow();
        clock.advance(Duration.ofHours(3));
        host.show(meter.state());
        assertThat(text()).startsWith("Der Zähler antwortet seit 19. Nov., 21:31 nicht. Letzter Wert 497\u00a0W.");
        assertThat(host.getChildren().findFirst()).contains(before);
    }

    @Test
    void whileTheClockIsNotSetEveryViewSaysSo() { // T6
        TestClock clock = new TestClock(Instant.parse("2026-11-22T13:27:01Z"));
        meter.clock = clock;
        add(1, "home");
        host.enter("home", Map.of());
        assertThat(text()).doesNotContain("Uhr");
        clock.status(new ClockStatus("system", 0, false, Optional.empty(), ClockStatus.Reason.BEFORE_BUILD));
        host.show(new MeterState(Condition.LIVE, Sample.ofTotal(100, 1000), false, ""));
        assertThat(text()).startsWith("Die Uhr ist nicht gestellt.").contains("view at");
        assertThat(host.getChildren().findFirst().orElseThrow().getChildren()
                .filter(Anchor.class::isInstance).map(Anchor.class::cast).map(Anchor::getHref))
                .containsExactly("settings?section=time");
        host.enter("nowhere", Map.of());
        assertThat(text()).startsWith("Die Uhr ist nicht gestellt.");
        clock.status(new ClockStatus("samples", 0, false));
        host.show(new MeterState(Condition.LIVE, Sample.ofTotal(101, 1000), false, ""));
        assertThat(text()).as("a replay's needs nobody").doesNotContain("nicht gestellt");
        meter.clock = null;
        host.show(new MeterState(Condition.LIVE, Sample.ofTotal(102, 1000), false, ""));
        assertThat(text()).as("while it is updated").doesNotContain("nicht gestellt");
    }
}
