package org.opensem.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.opensem.testkit.InMemorySampleStore;
import org.opensem.time.ClockStatus;
import org.opensem.time.ClockStatus.Reason;
import org.opensem.time.TimeReading;
import org.opensem.time.TimeServers;
import org.opensem.time.TimeSetting;

/** {@code sem:time} (E1, X5). */
class TimeCommandTest {
    private final Console console = new Console();
    private final TimeCommand command = console.prepare(new TimeCommand());
    private final Setting setting = new Setting();
    private boolean measured;

    private final TimeServers servers = new TimeServers() {
        @Override
        public List<Server> servers() {
            return List.of(
                    new Server("ptbtime1.ptb.de", State.AGREES, Optional.of(Duration.ofMillis(3)),
                            Optional.of(Duration.ofMillis(21)), Optional.of(Console.NOW)),
                    new Server("liar.example", State.CONTRADICTS, Optional.of(Duration.ofHours(1)),
                            Optional.of(Duration.ofMillis(9)), Optional.of(Console.NOW)),
                    new Server("nobody.example", State.SILENT, Optional.empty(), Optional.empty(), Optional.empty()));
        }

        @Override
        public void measure() {
            measured = true;
        }
    };

    @Test
    void itShowsTheClockAndTheServers() throws Exception {
        console.clock.status(new ClockStatus("ntp", 3, true, Optional.of(Console.NOW), Reason.SYNCHRONISED));
        command.servers = servers;
        command.store = new InMemorySampleStore();
        command.execute();
        assertThat(console.lines()).contains(
                "Time 2026-11-22 13:27:01 +01:00 Europe/Berlin", "Source ntp", "Ahead of the system's clock 3 ms",
                "Last set or confirmed 2026-11-22 13:27:01 +01:00", "Trusted yes, it is synchronised",
                "Waiting for the clock 0 seconds",
                "ptbtime1.ptb.de agrees 3 ms 21 ms 2026-11-22 13:27:01 +01:00",
                "liar.example contradicts 3600000 ms 9 ms 2026-11-22 13:27:01 +01:00", "nobody.example silent - - -");
    }

    @Test
    void everyReasonHasAText() throws Exception {
        for (Reason reason : Reason.values()) {
            console.clock.status(new ClockStatus("system", 0, false, Optional.empty(), reason));
            command.execute();
        }
        assertThat(console.lines()).filteredOn(line -> line.startsWith("Trusted no, ")).hasSize(Reason.values().length)
                .doesNotHaveDuplicates();
    }

    @Test
    void itSetsTheClock() throws Exception {
        command.setting = setting;
        for (String time : List.of("2026-11-25T20:00:00Z", "2026-11-25T21:00", "2026-11-25T21:00:00+01:00")) {
            command.time = time;
            command.execute();
            assertThat(setting.last).as(time).isEqualTo(Instant.parse("2026-11-25T20:00:00Z"));
        }
        assertThat(console.lines()).contains("The clock is set.");
        setting.outcome = TimeSetting.Outcome.SLEWED;
        command.execute();
        assertThat(console.lines()).anyMatch(line -> line.contains("gets there by and by"));
    }

    @Test
    void whatIsNoTimeIsRefused() {
        command.setting = setting;
        for (String time : List.of("noon", "2026-11-25", "today", "1999-01-01T00:00:00Z")) {
            command.time = time;
            assertThatThrownBy(command::execute).as(time).isInstanceOf(CommandException.class);
        }
        command.time = "2026-11-25T20:00:00Z";
        setting.outcome = TimeSetting.Outcome.FOLLOWS_SAMPLES;
        assertThatThrownBy(command::execute).hasMessageContaining("replay");
        command.setting = null;
        assertThatThrownBy(command::execute).hasMessageContaining("not running");
    }

    @Test
    void itAsksTheServersNow() throws Exception {
        command.sync = true;
        assertThatThrownBy(command::execute).hasMessageContaining("org.opensem.time.ntp");
        command.servers = servers;
        command.execute();
        assertThat(measured).isTrue();
    }

    private static final class Setting implements TimeSetting {
        private Outcome outcome = Outcome.STEPPED;
        private Instant last;

        @Override
        public Outcome set(Instant time, Person person) {
            if (time.isBefore(Instant.parse("2025-01-01T00:00:00Z"))) {
                throw new IllegalArgumentException("A time from 2025 on is expected");
            }
            last = time;
            return outcome;
        }

        @Override
        public Outcome synchronise(TimeReading reading) {
            throw new UnsupportedOperationException();
        }
    }
}
