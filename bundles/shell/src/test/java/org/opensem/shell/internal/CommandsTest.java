package org.opensem.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.AggregationStatus;
import org.opensem.aggregation.BaseLoad;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.health.Health;
import org.opensem.health.HealthReport;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;
import org.opensem.store.SampleBuckets;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreException;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;

class CommandsTest {
    private static final long SECOND = Console.NOW.getEpochSecond();
    private static final long KWH = 3_600_000_000L;

    private final Console console = new Console();
    private final LiveSamples live = new LiveSamples() {
        @Override
        public Optional<Sample> newest() {
            return Optional.of(Sample.ofPhases(SECOND, 220_357, 412_216, 87_039));
        }

        @Override
        public List<Sample> from(long epochSecond) {
            // Second -1 is missing.
            return Stream.of(Sample.ofTotal(SECOND - 2, -40), newest().orElseThrow())
                    .filter(s -> s.epochSecond() >= epochSecond)
                    .toList();
        }

        @Override
        public Counts counts() {
            return new Counts(100, 1, 2, 3);
        }
    };

    private static final class Store implements SampleStore {
        private boolean full;

        @Override
        public WriteResult write(List<Sample> samples, WriteMode mode) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void read(long from, long to, SecondVisitor visitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreStatus status() {
            if (full) {
                throw new StoreException("Disk full at /data: free some space", null);
            }
            return new StoreStatus(OptionalLong.of(SECOND - 3599), OptionalLong.of(SECOND), 3600, 270_000, 4);
        }
    }

    private final Store store = new Store();
    private boolean rawAsked;
    private final EnergyService energy = new EnergyService() {
        @Override
        public EnergyReport energy(Period period) {
            List<EnergyReport.Bucket> buckets = new ArrayList<>();
            Figures totals = Figures.NONE;
            for (var span : period.parts()) {
                Figures figures = buckets.size() == 1
                        ? Figures.NONE
                        : new Figures(span.seconds() - buckets.size(),
                                new Energy(KWH, 0, KWH / 2, KWH / 4, KWH / 4, KWH, KWH / 4),
                                new Extreme(80_000, span.startSecond()), new Extreme(3_100_000, span.startSecond() + 5));
                buckets.add(new EnergyReport.Bucket(span, figures));
                totals = totals.plus(figures);
            }
            return new EnergyReport(period, buckets, totals);
        }

        @Override
        public List<Interval> intervals(long from, long to) {
            return List.of();
        }

        @Override
        public Optional<BaseLoad> baseLoad(LocalDate day) {
            return Optional.empty();
        }

        @Override
        public EnergyService raw() {
            rawAsked = true;
            return this;
        }

        @Override
        public AggregationStatus status() {
            return new AggregationStatus(42, true);
        }
    };

    @Test
    void statusTellsEverythingThatRuns() {
        StatusCommand command = console.prepare(new StatusCommand());
        command.device = () -> "1a2b3c";
        command.live = live;
        command.store = store;
        command.energy = energy;
        command.health = () -> new HealthReport.Summary(
                Health.Level.DOWN, List.of(new HealthReport.Entry("driver", Health.down("no driver runs"))));
        command.execute();
        assertThat(console.lines()).contains(
                "Device SEM-1a2b3c",
                "Time 2026-11-22 13:27:01 +01:00 Europe/Berlin",
                "Newest sample 719.612 W at 2026-11-22 13:27:01 +01:00",
                "Samples taken 100, twice 1, refused 2, lost 3",
                "Store 3600 seconds from 2026-11-22 12:27:02 +01:00 to 2026-11-22 13:27:01 +01:00, 270 kB",
                "Figures catching up at change 42",
                "Health: driver down, no driver runs");
    }

    @Test
    void statusWorksWhileEverythingElseIsAway() {
        StatusCommand command = console.prepare(new StatusCommand());
        command.clock = null;
        command.execute();
        assertThat(console.lines()).contains("Device -", "Store -", "Newest sample -");
        store.full = true;
        command.store = store;
        command.execute();
        assertThat(console.lines()).contains("Store Disk full at /data: free some space");
    }

    @Test
    void liveShowsTheNewestSampleAndNoMissingSecond_T4() throws CommandException {
        LiveCommand command = console.prepare(new LiveCommand());
        command.live = live;
        command.execute();
        assertThat(console.lines()).containsExactly(
                "Time Total W L1 W L2 W L3 W", "2026-11-22 13:27:01 +01:00 719.612 220.357 412.216 87.039");
        command.seconds = 3;
        command.execute();
        assertThat(console.lines()).contains("2026-11-22 13:26:59 +01:00 -0.040 - - -");
        command.seconds = 901;
        assertThatThrownBy(command::execute).isInstanceOf(CommandException.class).hasMessageContaining("1 to 900");
    }

    @Test
    void energyShowsEachBucketAndGapsAsDashes_T4() throws CommandException {
        EnergyCommand command = console.prepare(new EnergyCommand());
        command.energy = energy;
        command.date = "2026-11-22";
        command.execute();
        assertThat(console.lines())
                .contains("day from 2026-11-22 00:00:00 +01:00 to 2026-11-23 00:00:00 +01:00, Europe/Berlin")
                .contains("Start kWh L1 L2 L3 Base Switched Export Coverage")
                .contains("00:00 1.000 0.500 0.250 0.250 0.250 0.750 0.000 100 %")
                .contains("01:00 - - - - - - - 0 %")
                .contains("02:00 1.000 0.500 0.250 0.250 0.250 0.750 0.000 99.9 %")
                .contains("total 23.000 11.500 5.750 5.750 5.750 17.250 0.000 95.5 %")
                .anyMatch(line -> line.contains("maximum 3100.000 W at 2026-11-22 00:00:05 +01:00"));
        assertThat(rawAsked).isFalse();
        command.raw = true;
        command.execute();
        assertThat(rawAsked).isTrue();
    }

    @Test
    void theHourThatComesTwiceIsToldByItsOffset_T2() throws CommandException {
        EnergyCommand command = console.prepare(new EnergyCommand());
        command.energy = energy;
        command.date = "2026-10-25";
        command.execute();
        assertThat(console.lines().stream().filter(line -> line.startsWith("02:00")))
                .satisfiesExactly(first -> assertThat(first).startsWith("02:00 +02:00 1.000"),
                        second -> assertThat(second).startsWith("02:00 +01:00 1.000"));
    }

    @Test
    void energyOfAWeekAYearAndAnotherZone() throws CommandException {
        EnergyCommand command = console.prepare(new EnergyCommand());
        command.energy = energy;
        command.period = "WEEK";
        command.date = "2026-11-22";
        command.execute();
        command.period = "year";
        command.date = "2026";
        command.zone = "UTC";
        command.execute();
        assertThat(console.lines()).anyMatch(line -> line.startsWith("Mon 2026-11-16"))
                .anyMatch(line -> line.startsWith("2026-12"))
                .anyMatch(line -> line.startsWith("year from 2026-01-01 00:00:00 +00:00"));
    }

    @Test
    void wrongInputIsRefusedInOneLine() {
        EnergyCommand command = console.prepare(new EnergyCommand());
        command.energy = energy;
        command.period = "decade";
        assertThatThrownBy(command::execute).hasMessage("\"decade\" is no period: give hour, day, week, month or year");
        command.period = "day";
        command.date = "2026-02-30";
        assertThatThrownBy(command::execute).isInstanceOf(CommandException.class)
                .hasMessageContaining("\"2026-02-30\" is no time");
        command.date = "now";
        command.zone = "Europe/Nowhere";
        assertThatThrownBy(command::execute).isInstanceOf(CommandException.class).hasMessageContaining("is no time zone");
    }

    @Test
    void aServiceThatIsAwayIsToldInOneLine() {
        assertThatThrownBy(console.prepare(new EnergyCommand())::execute)
                .isInstanceOf(CommandException.class)
                .hasMessage("The aggregation is not running at the moment: try again, or see bundle:list");
        assertThatThrownBy(console.prepare(new LiveCommand())::execute).isInstanceOf(CommandException.class);
        assertThatThrownBy(console.prepare(new SamplesCommand())::execute).isInstanceOf(CommandException.class);
    }

    @Test
    void samplesCountsTheWholeStore() throws CommandException {
        SamplesCommand command = console.prepare(new SamplesCommand());
        command.store = store;
        command.execute();
        assertThat(console.lines()).containsExactly("Oldest Newest Seconds Size Skipped",
                "2026-11-22 12:27:02 +01:00 2026-11-22 13:27:01 +01:00 3600 270 kB 4");
        store.full = true;
        assertThatThrownBy(command::execute).hasMessage("Disk full at /data: free some space");
    }

    @Test
    void samplesOfARangeInBuckets() throws CommandException {
        SamplesCommand command = console.prepare(new SamplesCommand());
        command.buckets = (from, to, size) -> LongStream.iterate(from, s -> s < to, s -> s + size)
                .mapToObj(s -> s == from
                        ? new SampleBuckets.Bucket(s, 3600, new SampleBuckets.Figures(1000, 2000.5, 3000), null, null, null)
                        : new SampleBuckets.Bucket(s, 0, null, null, null, null))
                .toList();
        command.from = "2026-11-22";
        command.points = 24;
        command.execute();
        assertThat(console.lines()).hasSize(25)
                .contains("2026-11-22 00:00:00 +01:00 3600 100 % 1.000 2.001 3.000", "2026-11-22 01:00:00 +01:00 0 0 % - - -");
        command.to = "2026-11-21";
        assertThatThrownBy(command::execute).hasMessage("The range ends before it begins");
        command.points = 0;
        assertThatThrownBy(command::execute).isInstanceOf(CommandException.class);
    }

    @Test
    void everyCommandAndParameterIsDescribed_X5() {
        List<Class<? extends Action>> commands = List.of(StatusCommand.class, LiveCommand.class, EnergyCommand.class,
                SamplesCommand.class, ImportCommand.class, DriversCommand.class, TariffCommand.class, CalibrateCommand.class,
                InvalidCommand.class, SettingsCommand.class, ResetPasswordCommand.class, TokensCommand.class,
                RestartCommand.class, FactoryResetCommand.class, TimeCommand.class);
        for (Class<? extends Action> type : commands) {
            assertThat(type).hasAnnotation(Service.class);
            Command command = type.getAnnotation(Command.class);
            assertThat(command.scope()).isEqualTo("sem");
            assertThat(command.description()).endsWith(".");
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Argument.class)) {
                    assertThat(field.getAnnotation(Argument.class).description()).isNotBlank();
                }
                if (field.isAnnotationPresent(Option.class)) {
                    assertThat(field.getAnnotation(Option.class).description()).isNotBlank();
                }
            }
        }
    }
}
