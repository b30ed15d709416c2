package org.opensem.time.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.opensem.time.ClockStatus;
import org.opensem.time.ClockStatus.Reason;
import org.opensem.time.TimeHistory;
import org.opensem.time.TimeReading;
import org.opensem.time.TimeSetting.Outcome;
import org.opensem.time.TimeSetting.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock's time: it runs by the machine's monotonic time, follows the operating system's clock or goes its own way, and knows
 * how far it is to be trusted (T6). The rules are in docs/time.md. Any thread may ask; one calls {@link #tick} once a second.
 */
final class Timekeeper {
    /** Up to this a correction is slewed. */
    static final Duration MOST_SLEWED = Duration.ofSeconds(2);
    /** Beyond this it takes three servers that agree. */
    static final Duration MOST_BY_FEW = Duration.ofMinutes(10);
    static final int ENOUGH_SERVERS = 3;
    /** A clock may be behind what it told last by so much, and go back by so much, without a question. */
    static final Duration PATIENCE = Duration.ofMinutes(2);
    /** A trusted clock that nobody corrected for so long counts as confirmed. */
    static final Duration LONGEST_STRETCH = Duration.ofHours(24);
    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private static final Duration LEAST_SLEEP = Duration.ofSeconds(1);
    private static final Duration LEAST_SLEWED = Duration.ofMillis(1);
    private static final long MOST_DRIFT_MILLIS = 250;
    /** More than half a second, so that an offset between two whole seconds does not waver. */
    private static final double MOST_DRIFT_SECONDS = 0.75;
    private static final String SYSTEM = "system";

    private final Machine machine;
    private final Instant built;
    private final TimeBook book;
    private Mode mode;
    /** Whether it follows the operating system's clock. */
    private boolean follows;
    private Instant latest;
    private long stretchNanos;
    private long bookedAheadMillis;
    private long bookedOffsetSeconds;
    private long systemNanos;
    private Instant systemThen;
    private OptionalLong uptimeAhead;
    private volatile View view;

    /** All that is asked for, consistent in itself. */
    private record View(Line line, TimeHistory history, String source, boolean trusted, Optional<Instant> lastSync,
            Reason reason) {

        View with(Line other) {
            return new View(other, history, source, trusted, lastSync, reason);
        }
    }

    /**
     * @param built the day on which this program was made: no time before it is believed
     * @param remembered what an earlier clock left
     * @param process which process this is
     * @param ids see {@link TimeBook}
     */
    Timekeeper(Machine machine, Instant built, Mode mode, Optional<Remembered> remembered, String process, LongSupplier ids) {
        this.machine = machine;
        this.built = built;
        this.mode = mode;
        this.book = new TimeBook(ids);
        boolean same = remembered.filter(earlier -> earlier.process().equals(process)).isPresent();
        Optional<Remembered> own = remembered.filter(earlier -> earlier.own() && (same || mode == Mode.MANUAL));
        follows = own.isEmpty();
        latest = remembered.map(Remembered::latest).orElse(Instant.MIN);
        long nanos = machine.nanoTime();
        noteSystem(nanos);
        Line line = new Line(nanos, systemThen.plus(own.map(Remembered::offset).orElse(Duration.ZERO)), 0);
        Optional<Reason> doubt = doubt(line.anchor());
        Reason trust = own.isEmpty() ? Reason.PLAUSIBLE : own.get().source().equals("ntp") ? Reason.SYNCHRONISED : Reason.SET;
        view = new View(line, TimeHistory.NONE, own.map(Remembered::source).orElse(SYSTEM), doubt.isEmpty(),
                own.flatMap(Remembered::lastSync), doubt.orElse(trust));
        stretchNanos = nanos;
        note(nanos);
        book.begin(nanos, bookedAheadMillis, bookedOffsetSeconds, doubt.isEmpty());
        publish(view);
    }

    private void noteSystem(long nanos) {
        systemNanos = nanos;
        systemThen = machine.systemTime();
        uptimeAhead = uptimeAhead();
    }

    private OptionalLong uptimeAhead() {
        OptionalLong uptime = machine.uptimeNanos();
        return uptime.isEmpty() ? uptime : OptionalLong.of(uptime.getAsLong() - machine.nanoTime());
    }

    /** Why a time of nobody's is not to be believed. */
    private Optional<Reason> doubt(Instant time) {
        if (time.isBefore(built)) {
            return Optional.of(Reason.BEFORE_BUILD);
        }
        return latest.isAfter(Instant.MIN) && time.isBefore(latest.minus(PATIENCE))
                ? Optional.of(Reason.BEFORE_LAST_RUN) : Optional.empty();
    }

    Instant now() {
        return view.line().at(machine.nanoTime());
    }

    ClockStatus status() {
        View current = view;
        Duration offset = Duration.between(machine.systemTime(), current.line().at(machine.nanoTime()));
        return new ClockStatus(current.source(), Math.round(seconds(offset) * 1000), current.trusted(), current.lastSync(),
                current.reason());
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    TimeHistory history() {
        return view.history();
    }

    /** What the next clock is to know; empty while it is better to know what was before. */
    synchronized Optional<Remembered> remember(String process) {
        if (!view.trusted()) {
            return Optional.empty();
        }
        Instant now = now();
        return Optional.of(new Remembered(now, Duration.between(machine.systemTime(), now), !follows, view.source(),
                view.lastSync(), process));
    }

    synchronized void mode(Mode other) {
        if (other != mode && other == Mode.SYSTEM) {
            follows = true;
            view = new View(view.line(), view.history(), SYSTEM, view.trusted(), Optional.empty(),
                    view.trusted() ? Reason.PLAUSIBLE : view.reason());
        }
        mode = other;
    }

    /** Whether it goes its own way, so that the operating system's clock may be set by it. */
    boolean leads() {
        return view.trusted() && !view.source().equals(SYSTEM);
    }

    /** Takes a person's time. */
    synchronized Outcome set(Instant time, Person person) {
        long nanos = machine.nanoTime();
        return correct(nanos, time, person.name().toLowerCase(Locale.ROOT), Reason.SET);
    }

    /** Takes what servers agree on. */
    synchronized Outcome synchronise(TimeReading reading) {
        long nanos = machine.nanoTime();
        Instant time = reading.time().plusNanos(nanos - reading.nanoTime());
        Duration correction = Duration.between(view.line().at(nanos), time);
        if (correction.abs().compareTo(MOST_BY_FEW) > 0 && reading.agreeing() < ENOUGH_SERVERS) {
            return Outcome.REFUSED;
        }
        return correct(nanos, time, "ntp", Reason.SYNCHRONISED);
    }

    private Outcome correct(long nanos, Instant time, String source, Reason reason) {
        follows = source.equals(SYSTEM);
        latest = time;
        Line line = view.line();
        Duration correction = Duration.between(line.at(nanos), time);
        if (correction.abs().compareTo(MOST_SLEWED) <= 0) {
            confirm(nanos, new View(line.slewing(nanos, correction), null, source, true, Optional.of(time), reason));
            return Outcome.SLEWED;
        }
        step(nanos, correction, new View(line, null, source, true, Optional.of(time), reason));
        return Outcome.STEPPED;
    }

    private void confirm(long nanos, View next) {
        view = next;
        note(nanos);
        book.confirm(nanos, bookedAheadMillis, bookedOffsetSeconds);
        stretchNanos = nanos;
        publish(next);
    }

    /** By whole seconds, so that the sequence of seconds has neither a hole nor a fold; the rest is slewed. */
    private void step(long nanos, Duration correction, View next) {
        long seconds = Math.round(seconds(correction));
        Line line = next.line().stepping(nanos, Duration.ofSeconds(seconds));
        view = next.with(line.slewing(nanos, correction.minusSeconds(seconds)));
        note(nanos);
        book.step(nanos, bookedAheadMillis, bookedOffsetSeconds, seconds, next.trusted());
        publish(view);
        // Somebody who typed a wrong time may still correct it, however long the clock was not trusted before.
        stretchNanos = Math.max(stretchNanos, nanos - LONGEST_STRETCH.minus(MOST_BY_FEW).toNanos());
        LOG.info("The clock was set by {} s to {} ({}, {})", seconds, now(), next.source(), next.reason());
    }

    private void note(long nanos) {
        bookedAheadMillis = view.line().aheadMillis(nanos);
        bookedOffsetSeconds = Math.round(offsetSeconds(nanos));
    }

    private double offsetSeconds(long nanos) {
        return seconds(Duration.between(systemThen.plusNanos(nanos - systemNanos), view.line().at(nanos)));
    }

    private void publish(View next) {
        view = new View(next.line(), book.history(), next.source(), next.trusted(), next.lastSync(), next.reason());
    }

    /**
     * Looks what has happened. Call it about once a second.
     *
     * @param synchronised whether the operating system says that it keeps its clock right; empty if that is not known now
     */
    synchronized void tick(Optional<Boolean> synchronised) {
        long nanos = machine.nanoTime();
        Duration jump = systemJump(nanos);
        if (synchronised.orElse(false) && mode == Mode.SYSTEM) {
            correct(nanos, systemThen, SYSTEM, Reason.SYNCHRONISED);
        } else if (follows) {
            follow(nanos);
        } else if (mode == Mode.SYSTEM && jump.abs().compareTo(MOST_SLEWED) > 0
                && Duration.between(view.line().at(nanos), systemThen).abs().compareTo(MOST_SLEWED) <= 0) {
            LOG.info("The operating system's clock now says what was set; it is followed again");
            correct(nanos, systemThen, SYSTEM, Reason.PLAUSIBLE);
        }
        if (view.trusted()) {
            latest = now();
            if (nanos - stretchNanos > LONGEST_STRETCH.toNanos()) {
                confirm(nanos, view);
            }
        }
        if (Math.abs(view.line().aheadMillis(nanos) - bookedAheadMillis) >= MOST_DRIFT_MILLIS
                || Math.abs(offsetSeconds(nanos) - bookedOffsetSeconds) >= MOST_DRIFT_SECONDS) {
            note(nanos);
            book.drift(nanos, bookedAheadMillis, bookedOffsetSeconds);
            publish(view);
        }
    }

    /** What the operating system's clock has moved by, besides going on; a sleep of the machine is gone after this. */
    private Duration systemJump(long nanos) {
        Instant system = machine.systemTime();
        Duration jump = Duration.between(systemThen.plusNanos(nanos - systemNanos), system);
        if (jump.abs().compareTo(LEAST_SLEEP) <= 0) {
            systemNanos = nanos;
            systemThen = system;
            return jump;
        }
        Duration slept = slept(jump);
        noteSystem(nanos);
        if (slept.compareTo(LEAST_SLEEP) <= 0) {
            return jump;
        }
        LOG.info("The machine slept for {} s", slept.toSeconds());
        view = view.with(view.line().stepping(nanos, slept));
        note(nanos);
        book.drift(nanos, bookedAheadMillis, bookedOffsetSeconds);
        publish(view);
        return jump.minus(slept);
    }

    /** A clock that leaps ahead was set, or the machine slept; where the system does not tell, it is taken for a sleep. */
    private Duration slept(Duration jump) {
        OptionalLong ahead = uptimeAhead();
        if (ahead.isPresent() && uptimeAhead.isPresent()) {
            return Duration.ofNanos(ahead.getAsLong() - uptimeAhead.getAsLong());
        }
        return jump.isNegative() ? Duration.ZERO : jump;
    }

    private void follow(long nanos) {
        Line line = view.line();
        Duration correction = Duration.between(line.at(nanos), systemThen);
        if (correction.abs().compareTo(MOST_SLEWED) <= 0) {
            if (correction.minus(line.slewAt(nanos)).abs().compareTo(LEAST_SLEWED) >= 0) {
                view = view.with(line.slewing(nanos, correction));
            }
            return;
        }
        Optional<Reason> doubt = doubt(systemThen);
        boolean back = correction.compareTo(PATIENCE.negated()) < 0;
        boolean trusted = view.trusted() ? !back && doubt.isEmpty() : !correction.isNegative() && doubt.isEmpty();
        Reason reason = trusted ? Reason.PLAUSIBLE
                : view.trusted() ? doubt.filter(r -> r == Reason.BEFORE_BUILD).orElse(Reason.WENT_BACK) : view.reason();
        step(nanos, correction, new View(line, null, SYSTEM, trusted, Optional.empty(), reason));
    }
}
