package org.opensem.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Starts what a full disk may keep from starting: at once, or else again and again until there is room. It is for a component
 * that opens a schema when it is activated, because nobody activates it a second time. There is a thread only while it waits.
 */
public final class PatientStart implements AutoCloseable {
    /** Between two tries. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    private final String thread;
    private final Runnable start;
    private final Witness witness;
    private final Duration pause;
    private ScheduledExecutorService timer;
    private boolean closed;

    /** Hears how it goes where it does not start at once. None of it is called by two threads at once, nor after the end. */
    @ConsumerType
    public interface Witness {

        /** The disk is full; told once. */
        void waits(DiskFullException reason);

        /** There was room: it has started. */
        void goesOn();

        /** It failed for another reason and is not tried again. */
        void fails(Throwable reason);
    }

    /**
     * @param thread name of the thread on which it waits
     * @param start starts; throws a {@link DiskFullException} to be called again; when it throws, nothing that it began may be
     *     left
     */
    public PatientStart(String thread, Runnable start, Witness witness) {
        this(thread, start, witness, PAUSE);
    }

    /** @param pause between two tries, more than zero */
    public PatientStart(String thread, Runnable start, Witness witness, Duration pause) {
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("A pause between two tries is longer than " + pause);
        }
        this.thread = thread;
        this.start = start;
        this.witness = witness;
        this.pause = pause;
    }

    /**
     * Tries it on the caller's thread, and where the disk is full goes on trying on its own. To be called once.
     *
     * @throws RuntimeException what the start threw, unless that the disk is full
     */
    public synchronized void begin() {
        if (closed || timer != null) {
            throw new IllegalStateException("It begins once");
        }
        try {
            start.run();
        } catch (DiskFullException e) {
            witness.waits(e);
            timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name(thread).factory());
            timer.scheduleWithFixedDelay(this::again, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void again() {
        if (closed) {
            return;
        }
        try {
            start.run();
        } catch (DiskFullException e) {
            return;
        } catch (RuntimeException | Error e) {
            // What leaves here would end the tries without a word.
            timer.shutdown();
            witness.fails(e);
            return;
        }
        timer.shutdown();
        witness.goesOn();
    }

    /** Waits for a try that is being made, without interrupting it, and tries no more. */
    @Override
    public synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.shutdown();
        }
    }
}
