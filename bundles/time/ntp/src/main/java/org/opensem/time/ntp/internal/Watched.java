package org.opensem.time.ntp.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opensem.time.ServerAddress;
import org.opensem.time.TimeServers;
import org.opensem.time.TimeServers.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of the servers and what it last said. One thread asks; any may look. */
final class Watched {
    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);
    private static final int MOST_SILENT = 2;
    private static final Duration FIRST_REST = Duration.ofMinutes(34);

    private final String name;
    private final ServerAddress address;
    private final Patience patience;
    private Duration rest = FIRST_REST;
    private long restsUntil;
    private boolean resting;
    private boolean left;
    private int turn;
    private volatile TimeServers.Server view;

    /**
     * How servers are asked.
     *
     * @param timeout longest wait for one answer
     * @param samples how often a server is asked in a row; the quickest answer is taken
     * @param between pause between two of these
     * @param names who looks up their names; that may take long
     */
    record Patience(Duration timeout, int samples, Duration between, Names names) {
        static final Patience DEFAULT =
                new Patience(Duration.ofSeconds(2), 3, Duration.ofSeconds(2), InetAddress::getAllByName);

        /** Within which every server has answered or never will. */
        Duration longest() {
            return timeout.plus(between).multipliedBy(samples).plusSeconds(2);
        }
    }

    /** Looks up a name. */
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    Watched(String name, Patience patience) {
        this.name = name;
        this.address = ServerAddress.parse(name);
        this.patience = patience;
        view = new TimeServers.Server(name, State.WAITING, Optional.empty(), Optional.empty(), Optional.empty());
    }

    TimeServers.Server view() {
        return view;
    }

    /** Whether it may be asked: it has not asked to be left alone. */
    synchronized boolean isWilling() {
        return !left && !(resting && System.nanoTime() - restsUntil < 0);
    }

    /** Asks a few times and gives the answer that came quickest: the less time on the way, the less can have gone wrong there. */
    synchronized Answer ask() throws NoAnswer, InterruptedException {
        try {
            InetAddress host = resolve();
            Answer best = null;
            NoAnswer failure = null;
            int silent = 0;
            for (int i = 0; i < patience.samples() && silent < MOST_SILENT; i++) {
                if (i > 0) {
                    Thread.sleep(patience.between());
                }
                try {
                    Answer answer = Exchange.ask(host, address.port(), patience.timeout());
                    best = best == null || answer.delayNanos() < best.delayNanos() ? answer : best;
                } catch (NoAnswer e) {
                    failure = e;
                    silent++;
                    if (e.state() == State.DECLINES) {
                        throw e;
                    }
                }
            }
            if (best == null) {
                throw failure;
            }
            resting = false;
            rest = FIRST_REST;
            return best;
        } catch (NoAnswer e) {
            LOG.debug("Time server {}: {}", name, e.getMessage());
            failed(e);
            throw e;
        }
    }

    /** A name may stand for several machines; after one that fails the next is tried. */
    private InetAddress resolve() throws NoAnswer {
        try {
            InetAddress[] all = patience.names().addresses(address.host());
            return all[Math.floorMod(turn, all.length)];
        } catch (UnknownHostException e) {
            throw new NoAnswer(State.UNKNOWN, "There is no " + address.host());
        }
    }

    private void failed(NoAnswer failure) {
        turn++;
        left = failure.isForGood();
        if (failure.state() == State.DECLINES && !left) {
            resting = true;
            restsUntil = System.nanoTime() + rest.toNanos();
            rest = rest.multipliedBy(2);
        }
        view = new TimeServers.Server(name, failure.state(), Optional.empty(), Optional.empty(), view.lastAnswer());
    }

    /** It has not come back in time. */
    void overdue() {
        view = new TimeServers.Server(name, State.SILENT, Optional.empty(), Optional.empty(), view.lastAnswer());
    }

    /** What is thought of its answer. */
    void judge(State state, Duration offset, Answer answer, Instant now) {
        view = new TimeServers.Server(name, state, Optional.of(offset), Optional.of(Duration.ofNanos(answer.delayNanos())),
                Optional.of(now));
    }
}
