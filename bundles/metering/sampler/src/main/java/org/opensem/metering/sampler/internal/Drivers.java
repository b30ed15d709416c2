package org.opensem.metering.sampler.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Position;
import org.opensem.metering.SampleBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meter drivers that are there; the one that ranks highest is read. */
final class Drivers {
    private static final Logger LOG = LoggerFactory.getLogger(Drivers.class);

    private final DataKind kind;
    private final ReaderFactory readers;
    private final Map<MeterDriver, Candidate> candidates = new IdentityHashMap<>();
    /** How far each buffer was read, by its epoch, for a driver that is selected again. */
    private final Map<Long, Long> readUpTo = new HashMap<>();
    private Candidate selected;
    private String refusal = "";
    private volatile DriverReader reader;
    private boolean started;

    /** Makes a reader that goes on after a sequence. */
    interface ReaderFactory {
        DriverReader read(String driverId, SampleBuffer buffer, long after);
    }

    /** A driver, and what never changes about it. */
    private record Candidate(MeterDriver driver, String id, SampleBuffer buffer, Rank rank) {

        /** A plug-in's answer is foreign code: what it throws must not keep the others from being read. */
        DriverStatus status() {
            try {
                return driver.status();
            } catch (RuntimeException | LinkageError e) {
                LOG.debug("Driver {} does not tell its state", id, e);
                return new DriverStatus(DriverStatus.State.FAULTED, "The driver does not tell its state: " + e, false);
            }
        }
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
        try {
            candidates.put(driver, new Candidate(driver, Objects.requireNonNull(driver.id()),
                    Objects.requireNonNull(driver.buffer()), rank));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A meter driver ({}) tells no id or buffer and is left out", driver.getClass().getName(), e);
        }
        select();
    }

    synchronized void remove(MeterDriver driver) {
        candidates.remove(driver);
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
        DriverStatus status = selected.status();
        return Optional.of(new LiveSamples.Source(selected.id(), refusal.isEmpty(), refusal.isEmpty() ? status
                : new DriverStatus(DriverStatus.State.FAULTED, refusal, status.demo())));
    }

    private void select() {
        Candidate best = started
                ? candidates.values().stream().max(Comparator.comparing(Candidate::rank)).orElse(null)
                : null;
        if (best != selected) {
            endReading();
            selected = best;
            if (best != null) {
                begin(best);
            }
        }
        if (started && candidates.size() > 1) {
            List<String> ids = candidates.values().stream().map(Candidate::id).sorted().toList();
            LOG.warn("{} meter drivers are configured: {}. {} is chosen; remove the configuration of the others", ids.size(), ids,
                    selected.id());
        }
    }

    private void begin(Candidate candidate) {
        refusal = kind.refusal(candidate.id(), candidate.status()).orElse("");
        if (!refusal.isEmpty()) {
            LOG.error("Driver {} is not read. {}", candidate.id(), refusal);
            return;
        }
        try {
            SampleBuffer buffer = candidate.buffer();
            DriverReader next = readers.read(candidate.id(), buffer, readUpTo.getOrDefault(buffer.epoch(), 0L));
            reader = next;
            next.start();
            LOG.info("Driver {} is read", candidate.id());
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
            readUpTo.keySet().retainAll(candidates.values().stream().map(c -> c.buffer().epoch()).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
