package org.opensem.metering.simulator.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreException;
import org.opensem.store.WriteMode;
import org.opensem.time.ClockService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the simulated house did before it was first looked at. In the background, from the oldest stored second backwards, so that
 * the last days are there first; it ends for good when {@code historyDays} is reached, and goes on after an interruption.
 */
@Component(service = SimulatedHistory.class, immediate = true, configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = SimulatorDriver.PID)
public final class SimulatedHistory {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedHistory.class);
    private static final int MOST_DAYS = 800;
    private static final int HOUR = 3600;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SimulatorConfig config;
    private final SampleStore store;
    private final LiveSamples live;
    private final ClockService clock;
    private final HistoryMark mark;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    @Activate
    public SimulatedHistory(SimulatorConfig config, @Reference SampleStore store, @Reference LiveSamples live,
            @Reference ClockService clock, BundleContext context) {
        this(config, store, live, clock, new HistoryMark(Path.of(context.getProperty("opensem.data"))));
    }

    SimulatedHistory(SimulatorConfig config, SampleStore store, LiveSamples live, ClockService clock, HistoryMark mark) {
        this.config = config;
        this.store = store;
        this.live = live;
        this.clock = clock;
        this.mark = mark;
        this.thread = Thread.ofPlatform().name("opensem-simulated-history").daemon(true).priority(Thread.MIN_PRIORITY)
                .unstarted(this::run);
        if (config.historyDays() > 0) {
            thread.start();
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(Duration.ofSeconds(2));
    }

    Thread thread() {
        return thread;
    }

    private void run() {
        try {
            // The house's own samples first: they say that the data folder is a simulated house's.
            while (!isReady()) {
                if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            fill();
        } catch (InterruptedException e) {
            LOG.debug("The simulated history was interrupted");
        }
    }

    private boolean isReady() {
        return live.source().filter(source -> source.read() && source.driverId().equals(SimulatorDriver.ID)).isPresent()
                && store.status().oldest().isPresent();
    }

    private void fill() throws InterruptedException {
        ZoneId zone = clock.zone();
        SimulatedHousehold household = new SimulatedHousehold(config.seed(), zone);
        LocalDate first = clock.now().atZone(zone).toLocalDate().minusDays(Math.min(MOST_DAYS, config.historyDays()));
        long begin = first.atStartOfDay(zone).toEpochSecond();
        long end = mark.read().orElseGet(() -> store.status().oldest().orElse(begin));
        while (end > begin) {
            // A day at a time: the house draws a day's doings at once.
            long start = Math.max(begin,
                    Instant.ofEpochSecond(end - 1).atZone(zone).toLocalDate().atStartOfDay(zone).toEpochSecond());
            if (!write(household, start, end)) {
                return;
            }
            mark.write(start);
            end = start;
        }
        LOG.debug("The simulated house has a history since {}", first);
    }

    /** @return false if it was stopped, or the store could not */
    private boolean write(SimulatedHousehold household, long start, long end) throws InterruptedException {
        long from;
        for (long to = end; to > start && stopped.getCount() > 0; to = from) {
            // The store packs whole hours.
            from = Math.max(start, (to - 1) / HOUR * HOUR);
            List<Sample> samples = new ArrayList<>(HOUR);
            for (long second = from; second < to; second++) {
                samples.add(household.sample(second));
            }
            try {
                store.write(samples, WriteMode.KEEP);
            } catch (StoreException e) {
                LOG.warn("The simulated history is left as it is: {}", e.getMessage());
                return false;
            }
        }
        return stopped.getCount() > 0;
    }
}
