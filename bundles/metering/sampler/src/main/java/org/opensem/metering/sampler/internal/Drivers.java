package org.opensem.metering.sampler.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meter drivers that are there; the one that ranks highest is read. */
final class Drivers {
    private static final Logger LOG = LoggerFactory.getLogger(Drivers.class);

    private final DataKind kind;
    private final ReaderFactory readers;
    private final Map<MeterDriver, Rank> ranks = new IdentityHashMap<>();
    /** How far each buffer was read, by its epoch, for a driver that is selected again. */
    private final Map<Long, Long> readUpTo = new HashMap<>();
    private MeterDriver selected;
    private String refusal = "";
    private volatile DriverReader reader;
    private boolean started;

    /** Makes a reader that goes on after a sequence. */
    interface ReaderFactory {
        DriverReader read(MeterDriver driver, long after);
    }

    /** As OSGi ranks services: the highest ranking, then the lowest (oldest) id. */
    record Rank(int ranking, long id) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            return Comparator.comparingInt(Rank::ranking).thenComparing(Rank::id, Comparator.reverseOrder()).compare(this, other);
        }
    }

    Drivers(DataKind kind, ReaderFactory readers) {
        this.kind = kind;
        this.readers = readers;
    }

    synchronized void add(MeterDriver driver, Rank rank) {
        ranks.put(driver, rank);
        select();
    }

    synchronized void remove(MeterDriver driver) {
        ranks.remove(driver);
        select();
    }

    synchronized void start() {
        started = true;
        select();
    }

    synchronized void stop() {
        started = false;
        select();
    }

    /** Passes on to the driver that is read what everybody has taken. Never waits: it is called by listeners' threads. */
    void release(Position position) {
        DriverReader current = reader;
        if (current != null) {
            current.release(position);
        }
    }

    synchronized Optional<LiveSamples.Source> source() {
        if (selected == null) {
            return Optional.empty();
        }
        DriverStatus status = refusal.isEmpty() ? selected.status()
                : new DriverStatus(DriverStatus.State.FAULTED, refusal, selected.status().demo());
        return Optional.of(new LiveSamples.Source(selected.id(), refusal.isEmpty(), status));
    }

    private void select() {
        MeterDriver best = started
                ? ranks.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null)
                : null;
        if (best != selected) {
            endReading();
            selected = best;
            if (best != null) {
                begin(best);
            }
        }
        if (started && ranks.size() > 1) {
            List<String> ids = ranks.keySet().stream().map(MeterDriver::id).sorted().toList();
            LOG.warn("{} meter drivers are configured: {}. {} is read; remove the configuration of the others", ids.size(), ids,
                    selected.id());
        }
    }

    private void begin(MeterDriver driver) {
        refusal = kind.refusal(driver.id(), driver.status()).orElse("");
        if (!refusal.isEmpty()) {
            LOG.error("Driver {} is not read. {}", driver.id(), refusal);
            return;
        }
        try {
            DriverReader next = readers.read(driver, readUpTo.getOrDefault(driver.buffer().epoch(), 0L));
            reader = next;
            next.start();
            LOG.info("Driver {} is read", driver.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endReading() {
        DriverReader ending = reader;
        reader = null;
        if (ending == null) {
            return;
        }
        try {
            readUpTo.put(ending.epoch(), ending.stop());
            readUpTo.keySet().retainAll(ranks.keySet().stream().map(d -> d.buffer().epoch()).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
