package org.opensem.metering.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.DriverStatus.State;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;
import org.opensem.metering.csv.MeasurementCsvWriter;
import org.opensem.testkit.metering.MeterDriverContract;

@Timeout(60)
class ReplayDriverTest extends MeterDriverContract {
    private static final long START = 1_800_000_000L;
    private static final AtomicInteger FILES = new AtomicInteger();

    @TempDir
    private static Path folder;

    private record Config(String file, String speed) implements ReplayConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return ReplayConfig.class;
        }
    }

    @Override
    protected MeterDriver start() throws Exception {
        return driver(write(samples(10)), "max");
    }

    @Override
    protected void measure(MeterDriver started) {
        // It measures by itself.
    }

    @Override
    protected void stop(MeterDriver started) throws Exception {
        ((ReplayDriver) started).stop();
    }

    @Test
    void aWholeFileComesOutExactlyAndWaitsForWhoeverLags() throws Exception { // X2
        List<Sample> samples = samples(50_000);
        ReplayDriver driver = driver(write(samples), "max");
        List<Sample> read = new ArrayList<>();
        while (read.size() < samples.size()) {
            SampleBuffer.Read next = driver.buffer().read(read.size(), 5000, Duration.ofSeconds(10));
            assertThat(next.first()).as("nothing is overwritten").isEqualTo(read.size() + 1L);
            read.addAll(next.samples());
            assertThat(driver.status().state()).isEqualTo(State.RUNNING);
            driver.buffer().release(read.size());
        }
        assertThat(read).isEqualTo(samples);
        await().untilAsserted(() -> assertThat(driver.status().state()).isEqualTo(State.FINISHED));
        assertThat(driver.status().detail()).startsWith("50000 samples in ").doesNotContain("refused");
        assertThat(driver.status().demo()).isTrue();
        driver.stop();
    }

    @Test
    void itIsNotFinishedBeforeEverybodyHasTakenEverything() throws Exception {
        ReplayDriver driver = driver(write(samples(100)), "max");
        await().until(() -> driver.buffer().newest().filter(s -> s.epochSecond() == START + 99).isPresent());
        assertThat(driver.status().state()).isEqualTo(State.RUNNING);
        driver.buffer().release(100);
        await().until(() -> driver.status().state() == State.FINISHED);
        driver.stop();
    }

    @Test
    void refusedLinesAndACutOffAreTold() throws Exception {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, "time,total_kw,l1_kw,l2_kw,l3_kw\n2026-11-22T14:27:01Z,1,,,\nnonsense\n");
        ReplayDriver driver = driver(file, "max");
        await().until(() -> driver.buffer().newest().isPresent());
        driver.buffer().release(1);
        await().until(() -> driver.status().state() == State.FINISHED);
        assertThat(driver.status().detail()).contains("1 samples", "1 lines refused");
        driver.stop();
    }

    @Test
    void aWrongFileOrConfigurationIsAFaultThatSaysWhatToDo() throws Exception {
        Path wrong = folder.resolve("wrong.csv");
        Files.writeString(wrong, "a,b\n1,2\n");
        assertThat(fault(wrong.toString(), "max")).contains("no measurement CSV", "time,total_kw");
        assertThat(fault(folder.resolve("none.csv").toString(), "max")).contains("none.csv", "does not exist");
        assertThat(fault(folder.toString(), "max")).contains("cannot be read");
        assertThat(fault("", "max")).contains("file=");
        assertThat(fault(wrong.toString(), "fast")).contains("speed=fast");
    }

    @Test
    void theSpeedIsAMultipleOfTheSamplesOwnTime() throws Exception { // T3
        long start = System.nanoTime();
        ReplayDriver driver = driver(write(samples(301)), "600");
        await().until(() -> driver.buffer().newest().filter(s -> s.epochSecond() == START + 300).isPresent());
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(seconds).isBetween(0.5, 5.0);
        driver.stop();
    }

    @Test
    void aStoppedReplayEndsAtOnceAlsoWhileItWaits() throws Exception {
        ReplayDriver paced = driver(write(samples(100)), "0.01");
        ReplayDriver waiting = driver(write(samples(20_000)), "max");
        await().until(() -> paced.buffer().newest().isPresent() && waiting.buffer().newest().isPresent());
        long start = System.nanoTime();
        paced.stop();
        waiting.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(paced.status().state()).isEqualTo(State.RUNNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "", "x"})
    void aSpeedIsAPositiveNumberOrMax(String speed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Pace.of(speed)).withMessageContaining("speed=" + speed);
    }

    @Test
    void withoutAPaceAllIsDueAndAStepBackInTimePassesAtOnce() throws Exception {
        List<Sample> samples = List.of(Sample.ofTotal(1000, 1), Sample.ofTotal(500, 1), Sample.ofTotal(501, 1));
        assertThat(Pace.of("MAX").due(samples, 1)).isEqualTo(2);
        Pace pace = new Pace(OptionalDouble.of(1e6));
        assertThat(pace.due(samples, 0)).isEqualTo(1);
        assertThat(pace.due(samples, 1)).isGreaterThanOrEqualTo(1);
    }

    private static String fault(String file, String speed) throws Exception {
        ReplayDriver driver = new ReplayDriver(new Config(file, speed));
        DriverStatus status = await().until(driver::status, s -> s.state() == State.FAULTED);
        driver.stop();
        return status.detail();
    }

    private static ReplayDriver driver(Path file, String speed) {
        return new ReplayDriver(new Config(file.toString(), speed));
    }

    private static List<Sample> samples(int count) {
        return LongStream.range(0, count).mapToObj(i -> Sample.ofPhases(START + i, (int) i, 2, -3)).toList();
    }

    private static Path write(List<Sample> samples) throws Exception {
        Path file = folder.resolve("f" + FILES.incrementAndGet() + ".csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
                MeasurementCsvWriter writer = new MeasurementCsvWriter(out, ZoneId.of("Europe/Berlin"))) {
            for (Sample sample : samples) {
                writer.write(sample);
            }
        }
        return file;
    }
}
