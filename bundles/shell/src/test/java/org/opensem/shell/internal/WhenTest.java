package org.opensem.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.testkit.TestClock;

class WhenTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final TestClock clock = new TestClock(Console.NOW);

    @ParameterizedTest
    @CsvSource({
        "now, 2026-11-22T12:27:01Z",
        "Today, 2026-11-21T23:00:00Z",
        "yesterday, 2026-11-20T23:00:00Z",
        "2026, 2025-12-31T23:00:00Z",
        "2026-07, 2026-06-30T22:00:00Z",
        "2026-11-22, 2026-11-21T23:00:00Z",
        "2026-11-22T13, 2026-11-22T12:00:00Z",
        "2026-11-22T13:05, 2026-11-22T12:05:00Z",
        "2026-11-22T13:05:07, 2026-11-22T12:05:07Z",
        "2026-11-22T13:05Z, 2026-11-22T13:05:00Z",
        "2026-10-25T02:30+01:00, 2026-10-25T01:30:00Z",
        "2026-10-25T02:30+02:00, 2026-10-25T00:30:00Z"
    })
    void timesArePartsOfIso(String text, String instant) throws CommandException {
        assertThat(When.parse(text, clock, BERLIN).toInstant()).hasToString(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "22.11.2026", "2026-13", "2026-02-29", "2026-11-22 13:00", "2026-11-22T25"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> When.parse(text, clock, BERLIN)).isInstanceOf(CommandException.class)
                .hasMessageContaining("Give today");
    }

    private record Line(String text) implements CommandLine {
        @Override
        public int getCursorArgumentIndex() {
            return 0;
        }

        @Override
        public String getCursorArgument() {
            return text;
        }

        @Override
        public int getArgumentPosition() {
            return text.length();
        }

        @Override
        public String[] getArguments() {
            return new String[] {text};
        }

        @Override
        public int getBufferPosition() {
            return text.length();
        }

        @Override
        public String getBuffer() {
            return text;
        }
    }

    @Test
    void datesAndZonesAreCompleted_X5() {
        DateCompleter dates = new DateCompleter();
        dates.clock = clock;
        List<String> candidates = new ArrayList<>();
        dates.complete(null, new Line("2026-11-2"), candidates);
        assertThat(candidates).extracting(String::strip).contains("2026-11-22", "2026-11-20").doesNotContain("2026-11-23");
        candidates.clear();
        new ZoneCompleter().complete(null, new Line("Europe/Ber"), candidates);
        assertThat(candidates).extracting(String::strip).containsExactly("Europe/Berlin");
    }
}
