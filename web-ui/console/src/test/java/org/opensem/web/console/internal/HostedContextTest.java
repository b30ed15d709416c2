package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A view's place is its address: deep links and Back work (H3). */
class HostedContextTest {
    private final MeterWatch meter = new MeterWatch(() -> 0);
    private final Page page = new Page(new FakeUi(), Fakes.request(Locale.US, Map.of()), new ViewRegistry(), meter);
    private final List<String> went = new ArrayList<>();
    private final HostedContext context = new HostedContext(page, "home", Map.of("period", "day"),
            (route, parameters) -> went.add(route + "?" + parameters.getQueryString()));

    @AfterEach
    void stop() {
        meter.deactivate();
    }

    @Test
    void goingChangesTheAddressAndNotYetTheState() {
        List<Map<String, String>> states = new ArrayList<>();
        context.onState(states::add);
        context.go(Map.of("period", "week"));
        assertThat(went).containsExactly("home?period=week");
        assertThat(context.state()).isEqualTo(Map.of("period", "day"));
        context.accept(Map.of("period", "week"));
        assertThat(states).containsExactly(Map.of("period", "week"));
        assertThat(context.state()).isEqualTo(Map.of("period", "week"));
    }

    @Test
    void goingWhereItIsMakesNoEntryInTheHistory() {
        context.go(Map.of("period", "day"));
        assertThat(went).isEmpty();
    }

    @Test
    void anotherViewCanBeOpenedAtAStateOfIt() {
        context.open("graph", Map.of("date", "2026-11-19"));
        assertThat(went).containsExactly("graph?date=2026-11-19");
    }

    @Test
    void aWayToAnotherViewIsOfferedOnlyWhereThatViewIs() {
        assertThat(context.hasView("settings")).isFalse();
        page.views().bindView(Fakes.reference(1), Fakes.view("settings", 500, lent -> new Span()));
        assertThat(context.hasView("settings")).isTrue();
    }

    @Test
    void whatAViewReleasesIsForgotten() {
        Class<?> ofAnotherLoader = String.class;
        FlowMemory.checkedClasses().add(ofAnotherLoader);
        context.released();
        assertThat(FlowMemory.checkedClasses()).doesNotContain(ofAnotherLoader);
    }

    @Test
    void aContextThatEndedDoesNothingMore() {
        List<Map<String, String>> states = new ArrayList<>();
        context.onState(states::add);
        context.end();
        context.go(Map.of());
        context.open("graph", Map.of());
        context.accept(Map.of());
        assertThat(went).isEmpty();
        assertThat(states).isEmpty();
    }

    @Test
    void languageFormatsAndZoneAreThePages() {
        assertThat(context.locale()).isEqualTo(Locale.US);
        assertThat(context.formats().locale()).isEqualTo(Locale.US);
        assertThat(context.zone()).as("while there has been no clock").isEqualTo(ZoneOffset.UTC);
    }
}
