package org.opensem.metering.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.opensem.metering.DriverStatus.State;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.testkit.metering.MeterDriverContract;

class HttpDriverTest extends MeterDriverContract {
    private static final long SECOND = 1_000_000_000L;
    private long next = 1_000_000;

    @Override
    protected MeterDriver start() {
        return new HttpDriver();
    }

    @Override
    protected void measure(MeterDriver started) {
        ((HttpDriver) started).offer(List.of(sample(), sample(), sample()));
    }

    @Override
    protected void stop(MeterDriver started) {
        // Nothing runs that could be stopped.
    }

    @Test
    void itWaitsUntilTheFirstSampleAndAgainAfterTenSecondsOfSilence() {
        AtomicLong nanos = new AtomicLong(-5 * SECOND);
        HttpDriver driver = new HttpDriver(nanos::get);
        driver.offer(List.of());
        assertThat(driver.status().state()).isEqualTo(State.WAITING);
        assertThat(driver.status().detail()).contains("/api/v1/live");
        assertThat(driver.status().demo()).isFalse();

        driver.offer(List.of(sample()));
        nanos.addAndGet(10 * SECOND);
        assertThat(driver.status().state()).isEqualTo(State.RUNNING);
        nanos.addAndGet(SECOND);
        assertThat(driver.status().state()).isEqualTo(State.WAITING);
        assertThat(driver.status().detail()).contains("11 s");

        driver.offer(List.of(sample()));
        assertThat(driver.status().state()).isEqualTo(State.RUNNING);
    }

    private Sample sample() {
        return Sample.ofTotal(next++, 1);
    }
}
