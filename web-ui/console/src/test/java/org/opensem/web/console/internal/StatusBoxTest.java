package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;
import org.opensem.web.console.internal.MeterState.Condition;

/** The drawer's foot: the live value, or what is wrong (H4); the zone is UTC while there has been no clock. */
class StatusBoxTest {
    /** 2026-11-19, 20:31:05 UTC. */
    private static final long SECOND = 1_795_120_265L;

    private final MeterWatch meter = new MeterWatch(() -> 0);
    private final Page page = new Page(new FakeUi(), Fakes.request(Locale.GERMANY, Map.of()), new ViewRegistry(), meter);
    private final StatusBox box = new StatusBox(page);

    @AfterEach
    void stop() {
        meter.deactivate();
    }

    private String shown(Condition condition, int milliwatts, boolean demo, String driver) {
        box.show(new MeterState(condition, milliwatts < 0 ? null : Sample.ofTotal(SECOND, milliwatts), demo, driver));
        return texts(box).filter(text -> !text.isBlank()).collect(Collectors.joining("|")).replace('\u00a0', ' ');
    }

    private static Stream<String> texts(Component component) {
        if (!component.isVisible() || component instanceof NativeButton) {
            return Stream.empty();
        }
        return component instanceof Span span && span.getChildren().findAny().isEmpty()
                ? Stream.of(span.getText()) : component.getChildren().flatMap(StatusBoxTest::texts);
    }

    @Test
    void aLiveValueStandsWithItsTimeAndTheDemoMark() {
        assertThat(shown(Condition.LIVE, 497_400, true, "simulator"))
                .isEqualTo("Jetzt|497 W|20:31:05|Demo: simuliertes Haus");
        assertThat(shown(Condition.LIVE, 497_400, true, "replay")).endsWith("|Demo");
        assertThat(shown(Condition.LIVE, 497_400, false, "sml")).isEqualTo("Jetzt|497 W|20:31:05");
    }

    @Test
    void theUnitDoesNotFlicker() {
        assertThat(shown(Condition.LIVE, 1_010_000, false, "")).contains("1,01 kW");
        assertThat(shown(Condition.LIVE, 990_000, false, "")).contains("0,99 kW");
        assertThat(shown(Condition.LIVE, 940_000, false, "")).contains("940 W");
    }

    @Test
    void whatIsWrongIsSaidAndNoOldValueIsShownAsNow() {
        assertThat(shown(Condition.SILENT, 497_400, false, "sml"))
                .isEqualTo("Der Zähler antwortet seit 20:31 nicht.|zuletzt 20:31:05");
        assertThat(shown(Condition.SILENT, -1, false, "sml")).isEqualTo("Der Zähler antwortet nicht.");
        assertThat(shown(Condition.WAITING, -1, false, "http")).isEqualTo("Noch keine Messwerte");
        assertThat(shown(Condition.WAITING, 497_400, false, "http")).as("a script that has stopped posting")
                .isEqualTo("Der Zähler antwortet seit 20:31 nicht.|zuletzt 20:31:05");
        assertThat(shown(Condition.NONE, -1, false, "")).isEqualTo("Kein Zähler");
        assertThat(shown(Condition.FINISHED, 497_400, true, "replay")).isEqualTo("Wiedergabe beendet|zuletzt 20:31:05|Demo");
    }
}
