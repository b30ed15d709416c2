package org.opensem.testkit.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;

/** What every {@link MeterDriver} keeps: extend it beside your driver. */
public abstract class MeterDriverContract {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Set<Thread> threadsBefore = threads();
    private MeterDriver driver;

    /** A new, started driver, as its component would be activated. */
    protected abstract MeterDriver start() throws Exception;

    /** Makes the meter measure at least three seconds; called again and again until samples have arrived. */
    protected abstract void measure(MeterDriver started) throws Exception;

    /** Stops it, as its component would be deactivated. */
    protected abstract void stop(MeterDriver started) throws Exception;

    @BeforeEach
    void startDriver() throws Exception {
        driver = start();
    }

    @AfterEach
    void stopDriver() throws Exception {
        if (driver != null) {
            stop(driver);
        }
    }

    @Test
    void itsIdIsShortAndStable() {
        assertThat(driver.id()).matches("[a-z][a-z0-9-]{1,30}").isEqualTo(driver.id());
    }

    @Test
    void itKeepsOneBufferForItsLife() {
        SampleBuffer buffer = driver.buffer();
        assertThat(buffer.capacity()).isGreaterThanOrEqualTo(SampleBuffer.CAPACITY);
        assertThat(driver.buffer()).isSameAs(buffer);
    }

    @Test
    void anotherLifeHasAnotherEpoch() throws Exception { // X2: positions never mix
        MeterDriver another = start();
        try {
            assertThat(another.buffer().epoch()).isNotEqualTo(driver.buffer().epoch());
        } finally {
            stop(another);
        }
    }

    @Test
    void itSaysHowItIsDoing() {
        DriverStatus status = driver.status();
        assertThat(status.state()).isIn(DriverStatus.State.WAITING, DriverStatus.State.RUNNING, DriverStatus.State.FINISHED);
        assertThat(driver.status().demo()).isEqualTo(status.demo());
    }

    @Test
    void itDeliversEachSecondOnceInOrder() {
        List<Sample> samples = await().atMost(PATIENCE).until(this::measured, list -> list.size() >= 3);
        assertThat(samples).extracting(Sample::epochSecond).isSorted().doesNotHaveDuplicates();
        assertThat(driver.status().state()).isIn(DriverStatus.State.RUNNING, DriverStatus.State.FINISHED);
    }

    @Test
    void stoppedItLeavesNoThreadAndDeliversNothing() throws Exception {
        await().atMost(PATIENCE).until(this::measured, list -> !list.isEmpty());
        MeterDriver stopped = driver;
        driver = null;
        stop(stopped);
        long last = all(stopped).size();
        assertThat(threads().stream().filter(t -> !threadsBefore.contains(t))).isEmpty();
        assertThat(all(stopped)).hasSize((int) last);
    }

    private List<Sample> measured() throws Exception {
        measure(driver);
        return all(driver);
    }

    private static List<Sample> all(MeterDriver driver) throws InterruptedException {
        return driver.buffer().read(0, Integer.MAX_VALUE, Duration.ZERO).samples();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("opensem-"))
                .collect(Collectors.toSet());
    }
}
