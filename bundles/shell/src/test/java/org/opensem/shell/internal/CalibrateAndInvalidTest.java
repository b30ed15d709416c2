package org.opensem.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.CorrectionFactors.Step;
import org.opensem.language.Message;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;
import org.opensem.settings.Fault;
import org.opensem.settings.Revision;
import org.opensem.settings.Settings;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.testkit.InMemorySampleStore;

/** {@code sem:calibrate}, and what a factor does to the other commands (E4); {@code sem:invalid} (G7). */
class CalibrateAndInvalidTest {
    private final Console console = new Console();
    private final InMemorySampleStore store = new InMemorySampleStore();
    private Map<String, Object> written;

    private final Settings settings = new Settings() {
        @Override
        public List<String> groups() {
            return List.of("calibration");
        }

        @Override
        public Optional<Map<String, Object>> read(String group) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("factor", new BigDecimal("0.97"));
            document.put("steps", List.of("kept"));
            document.put("reading", Map.of("kWh", "1234.567", "time", "2026-11-22T13:25:00+01:00"));
            return Optional.of(document);
        }

        @Override
        public List<Fault> check(String group, Map<String, ?> document) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Fault> write(String group, Map<String, ?> document, String origin) {
            assertThat(group).isEqualTo("calibration");
            assertThat(origin).isEqualTo("shell");
            written = new LinkedHashMap<>(document);
            BigDecimal factor = (BigDecimal) document.get("factor");
            return factor.compareTo(BigDecimal.TWO) < 0 ? List.of() : List.of(new Fault("factor", Message.plain("Too large.")));
        }

        @Override
        public List<Revision> history(String group) {
            return List.of();
        }

        @Override
        public List<Fault> restore(String group, long revision, String origin) {
            throw new UnsupportedOperationException();
        }
    };

    private CalibrateCommand calibrate(String... values) {
        CalibrateCommand command = console.prepare(new CalibrateCommand());
        command.settings = settings;
        command.values = List.of(values);
        return command;
    }

    private InvalidCommand invalid(String from, String to) {
        InvalidCommand command = console.prepare(new InvalidCommand());
        command.ranges = store;
        command.from = from;
        command.to = to;
        return command;
    }

    @Test
    void showsTheFactorsAndTheReading() throws CommandException {
        console.factors = new CorrectionFactors(List.of(new Step(Long.MIN_VALUE, new BigDecimal("0.97")),
                new Step(Instant.parse("2026-10-31T23:00:00Z").getEpochSecond(), new BigDecimal("1.02"))));
        calibrate().execute();
        assertThat(console.lines()).containsExactly("Factor Valid from", "0.97 always", "1.02 2026-11-01 00:00:00 +01:00",
                "factor now 1.02, meter reading 1234.567 kWh at 2026-11-22T13:25:00+01:00");
        assertThat(written).isNull();
    }

    @Test
    void setsAFactorAndKeepsTheRestOfTheDocument() throws CommandException {
        calibrate("0.98").execute();
        assertThat(written).containsEntry("factor", new BigDecimal("0.98")).containsEntry("validFrom", null)
                .containsEntry("steps", List.of("kept"));
        CalibrateCommand dated = calibrate("1.02");
        dated.from = "2026-11-01";
        dated.execute();
        assertThat(written).containsEntry("factor", new BigDecimal("1.02")).containsEntry("validFrom", "2026-11-01");
        calibrate("1.03", "--from", "2026-11-05").execute();
        assertThat(written).containsEntry("factor", new BigDecimal("1.03")).containsEntry("validFrom", "2026-11-05");
        assertThatThrownBy(calibrate("1.03", "--from")::execute).hasMessage("Give one day after --from");
    }

    @Test
    void twoReadingsGiveTheFactorAndARecalibrationMultiplies() throws CommandException {
        CalibrateCommand command = calibrate("140", "198.2", "20.5", "80.5");
        command.readings = true;
        command.execute();
        assertThat((BigDecimal) written.get("factor")).isEqualByComparingTo("0.97");
        console.factors = CorrectionFactors.always(new BigDecimal("0.97"));
        command.execute();
        assertThat((BigDecimal) written.get("factor")).isEqualByComparingTo("0.9409");
    }

    @Test
    void wrongInputIsRefusedInOneLineAndWritesNothing() {
        CalibrateCommand mixed = calibrate("198.2", "140", "80.5", "80.5");
        mixed.readings = true;
        assertThatThrownBy(mixed::execute).hasMessage("The second reading of the house's meter is below the first; "
                + "What openSEM showed stands where it stood");
        CalibrateCommand three = calibrate("1", "2", "3");
        three.readings = true;
        assertThatThrownBy(three::execute).hasMessage("Give four readings");
        assertThatThrownBy(calibrate("1", "2")::execute).isInstanceOf(CommandException.class);
        assertThatThrownBy(calibrate("0,97")::execute).hasMessage("\"0,97\" is no number");
        CalibrateCommand dated = calibrate("1");
        dated.from = "November";
        assertThatThrownBy(dated::execute).hasMessage("\"November\" is no day like 2026-11-22");
        CalibrateCommand onlyDate = calibrate();
        onlyDate.from = "2026-11-01";
        assertThatThrownBy(onlyDate::execute).hasMessage("Give a factor, too");
        assertThat(written).isNull();
        assertThatThrownBy(calibrate("2.5")::execute).hasMessage("factor: Too large.");
    }

    @Test
    void withoutTheSettingsAFactorIsShownAndNotSet() throws CommandException {
        CalibrateCommand command = calibrate();
        command.settings = null;
        command.execute();
        assertThat(console.lines()).contains("factor now 1, meter reading -");
        command.values = List.of("0.97");
        assertThatThrownBy(command::execute).hasMessageContaining("settings service is not running");
    }

    @Test
    void liveIsCorrectedUnlessRawIsAskedFor() throws CommandException {
        console.factors = CorrectionFactors.always(new BigDecimal("0.97"));
        LiveCommand command = console.prepare(new LiveCommand());
        Sample sample = Sample.ofPhases(Console.NOW.getEpochSecond(), 220_357, 412_216, 87_039);
        command.live = new LiveSamples() {
            @Override
            public Optional<Sample> newest() {
                return Optional.of(sample);
            }

            @Override
            public List<Sample> from(long epochSecond) {
                return List.of(sample);
            }

            @Override
            public Counts counts() {
                return new Counts(1, 0, 0, 0);
            }
        };
        command.execute();
        assertThat(console.lines().getLast()).endsWith("698.024 213.746 399.850 84.428");
        command.raw = true;
        command.execute();
        assertThat(console.lines().getLast()).endsWith("719.612 220.357 412.216 87.039");
    }

    @Test
    void aRangeIsMarkedListedAndTakenBack() throws CommandException {
        InvalidCommand mark = invalid("2026-11-22T10:00", "2026-11-22T10:30");
        mark.reason = List.of("meter", "exchanged");
        mark.execute();
        long from = Instant.parse("2026-11-22T09:00:00Z").getEpochSecond();
        assertThat(store.list()).containsExactly(new InvalidRange(1, from, from + 1_800, "meter exchanged"));
        invalid(null, null).execute();
        assertThat(console.lines()).contains("Id From To Reason",
                "1 2026-11-22 10:00:00 +01:00 2026-11-22 10:30:00 +01:00 meter exchanged");
        InvalidCommand back = invalid(null, null);
        back.takeBack = 1L;
        back.execute();
        assertThat(store.list()).isEmpty();
        assertThat(console.lines()).contains("Mark 1 is taken back");
        assertThatThrownBy(back::execute).hasMessageContaining("There is no mark 1");
    }

    @Test
    void nonsenseMarksNothing() {
        assertThatThrownBy(invalid("2026-11-22T10:00", null)::execute).hasMessageContaining("end of the range");
        assertThatThrownBy(invalid("2026-11-22", "2026-11-22")::execute).hasMessage("The range ends before it begins");
        InvalidCommand both = invalid("2026-11-22", "2026-11-23");
        both.takeBack = 1L;
        assertThatThrownBy(both::execute).isInstanceOf(CommandException.class);
        InvalidCommand wordy = invalid("2026-11-22", "2026-11-23");
        wordy.reason = List.of("x".repeat(201));
        assertThatThrownBy(wordy::execute).hasMessageContaining("200");
        assertThat(store.list()).isEmpty();
        InvalidCommand away = console.prepare(new InvalidCommand());
        assertThatThrownBy(away::execute).hasMessageContaining("sample store is not running");
    }
}
