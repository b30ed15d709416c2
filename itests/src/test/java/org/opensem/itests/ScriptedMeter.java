package org.opensem.itests;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Anybody's script as a meter: one sample a second to POST live. What was not acknowledged is posted again, so that REST may be
 * away; it remembers all that it measured.
 */
final class ScriptedMeter implements AutoCloseable {
    private final Distribution opensem;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SortedMap<Long, double[]> measured = new ConcurrentSkipListMap<>();
    private final Deque<Long> unsent = new ArrayDeque<>();
    private volatile long acknowledged;
    private volatile String lastFault = "";

    ScriptedMeter(Distribution opensem) {
        this.opensem = opensem;
        timer.scheduleAtFixedRate(this::tick, 0, 200, TimeUnit.MILLISECONDS);
    }

    /** Power of L1, L2, L3 in W in a second: no two seconds near each other are alike. */
    static double[] watts(long second) {
        long mixed = second * 2_654_435_761L;
        return new double[] {
            100 + (mixed >>> 7 & 0xfffff) / 1000.0, 50 + (mixed >>> 11 & 0xfffff) / 1000.0, (mixed >>> 3 & 0xffff) / 1000.0
        };
    }

    private void tick() {
        long second = Instant.now().getEpochSecond();
        if (measured.isEmpty() || second > measured.lastKey()) {
            measured.put(second, watts(second));
            unsent.add(second);
        }
        if (unsent.isEmpty()) {
            return;
        }
        try {
            HttpResponse<String> answer = opensem.post("/api/v1/live", "application/json", body());
            if (answer.statusCode() / 100 == 2) {
                acknowledged = unsent.peekLast();
                unsent.clear();
            } else {
                lastFault = answer.statusCode() + " " + answer.body();
            }
        } catch (RuntimeException e) {
            // Away while it is being updated: the next round tries again.
            lastFault = e.toString();
        }
    }

    private String body() {
        StringBuilder json = new StringBuilder("[");
        for (long second : unsent) {
            double[] watts = measured.get(second);
            json.append(json.length() > 1 ? "," : "").append(String.format(Locale.ROOT,
                    "{\"time\":\"%s\",\"total\":%.3f,\"l1\":%.3f,\"l2\":%.3f,\"l3\":%.3f}", Instant.ofEpochSecond(second),
                    watts[0] + watts[1] + watts[2], watts[0], watts[1], watts[2]));
        }
        return json.append("]").toString();
    }

    /** Every second measured so far, ascending, with its power. */
    SortedMap<Long, double[]> measured() {
        return measured;
    }

    /** The newest second that was answered with success; 0 before the first. */
    long acknowledged() {
        return acknowledged;
    }

    /** What the last failed post was answered, for messages of tests. */
    String lastFault() {
        return lastFault;
    }

    /** Measures and posts nothing more; what is on its way is waited for. */
    void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
