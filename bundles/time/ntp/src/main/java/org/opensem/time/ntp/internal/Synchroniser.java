package org.opensem.time.ntp.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.opensem.time.ClockService;
import org.opensem.time.TimeReading;
import org.opensem.time.TimeServers.Server;
import org.opensem.time.TimeServers.State;
import org.opensem.time.TimeSetting;
import org.opensem.time.TimeSetting.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the servers from time to time and sets the clock by what they agree on. It ends with {@link #stop}. */
final class Synchroniser {
    private static final Logger LOG = LoggerFactory.getLogger(Synchroniser.class);

    private final List<Watched> servers;
    private final Watched.Patience patience;
    private final Supplier<ClockService> clock;
    private final Supplier<TimeSetting> setting;
    private final ExecutorService threads;
    private final Thread thread;
    private final Semaphore wanted = new Semaphore(0);
    private final Pace pace = new Pace();
    private volatile boolean stopped;
    private String told = "";

    /**
     * @param clock the clock, or null while it is away; the same for setting it
     */
    Synchroniser(List<String> names, Watched.Patience patience, Supplier<ClockService> clock, Supplier<TimeSetting> setting) {
        this.servers = names.stream().map(name -> new Watched(name, patience)).toList();
        this.patience = patience;
        this.clock = clock;
        this.setting = setting;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> daemon("opensem-ntp-" + number.incrementAndGet()).unstarted(task));
        this.thread = daemon("opensem-ntp").start(this::run);
    }

    private static Thread.Builder daemon(String name) {
        return Thread.ofPlatform().daemon(true).name(name).inheritInheritableThreadLocals(false);
    }

    List<Server> servers() {
        return servers.stream().map(Watched::view).toList();
    }

    void measure() {
        wanted.release();
    }

    /** Ends; who is looking up a name at the moment is left behind, and ends by itself. */
    void stop() {
        stopped = true;
        threads.shutdownNow();
        thread.interrupt();
    }

    private void run() {
        Round round = new Round(threads);
        try {
            while (!stopped) {
                Duration pause = look(round);
                if (wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The time servers are asked no more");
        }
    }

    private Duration look(Round round) throws InterruptedException {
        try {
            return judge(round.ask(servers, patience.longest()));
        } catch (RuntimeException | LinkageError e) {
            // The clock may be being swapped; the next round is with the new one.
            LOG.debug("The time servers' answers could not be used", e);
            return pace.failed();
        }
    }

    private Duration judge(Map<Watched, Answer> byServer) {
        ClockService now = clock.get();
        TimeSetting sets = setting.get();
        if (now == null || sets == null) {
            return pace.failed();
        }
        if (byServer.isEmpty()) {
            return failed("no time server answers; the clock goes on by itself");
        }
        List<Watched> answered = new ArrayList<>(byServer.keySet());
        List<Answer> answers = new ArrayList<>(byServer.values());
        Selection selection = Selection.of(answers);
        boolean enough = selection.isEnough(answers.size(), servers.size());
        Instant time = now.now();
        long ahead = Duration.between(Instant.EPOCH, time).toNanos() - System.nanoTime();
        for (int i = 0; i < answers.size(); i++) {
            State state = !enough ? State.ALONE : selection.agreeing().contains(i) ? State.AGREES : State.CONTRADICTS;
            answered.get(i).judge(state, Duration.ofNanos(answers.get(i).aheadNanos() - ahead), answers.get(i), time);
        }
        Duration correction = Duration.ofNanos(selection.aheadNanos() - ahead);
        if (!enough) {
            return failed("too few time servers agree to tell what is right; the clock goes on by itself");
        }
        return correct(sets, selection, correction);
    }

    private Duration correct(TimeSetting sets, Selection selection, Duration correction) {
        long nanos = System.nanoTime();
        Instant time = Instant.EPOCH.plusNanos(selection.aheadNanos()).plusNanos(nanos);
        Outcome outcome = sets.synchronise(new TimeReading(time, nanos, selection.agreeing().size()));
        LOG.debug("{} time servers agree on {} ms: {}", selection.agreeing().size(), correction.toMillis(), outcome);
        return switch (outcome) {
            case SLEWED, STEPPED -> {
                if (!told.isEmpty()) {
                    LOG.info("{} time servers agree again", selection.agreeing().size());
                    told = "";
                }
                yield pace.synchronised(correction, outcome == Outcome.STEPPED);
            }
            case REFUSED -> failed("the clock is said to be wrong by " + correction.toSeconds() + " s, which needs three servers "
                    + "that agree; it goes on by itself");
            case FOLLOWS_SAMPLES -> failed("the clock follows samples and takes no time");
        };
    }

    /** An error once; the correction in it may change a little from time to time. */
    private Duration failed(String what) {
        String kind = what.replaceAll("-?\\d+", "");
        if (told.equals(kind)) {
            LOG.debug("Still so: {}", what);
        } else {
            LOG.warn("Time servers: {}", what);
        }
        told = kind;
        return pace.failed();
    }
}
