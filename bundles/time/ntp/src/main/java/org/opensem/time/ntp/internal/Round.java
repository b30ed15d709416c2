package org.opensem.time.ntp.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks all servers at once, each on a thread of its own: one that is slow, or whose name takes long to be looked up, delays none.
 */
final class Round {
    private final ExecutorService threads;
    private final Map<Watched, Future<Answer>> overdue = new LinkedHashMap<>();

    Round(ExecutorService threads) {
        this.threads = threads;
    }

    /** The answers that came in time, by server. */
    Map<Watched, Answer> ask(List<Watched> servers, Duration longest) throws InterruptedException {
        overdue.values().removeIf(Future::isDone);
        Map<Watched, Future<Answer>> asked = new LinkedHashMap<>();
        for (Watched server : servers) {
            // One that is still waiting for its last answer is not asked again besides.
            if (!overdue.containsKey(server) && server.isWilling()) {
                asked.put(server, threads.submit(server::ask));
            }
        }
        long deadline = System.nanoTime() + longest.toNanos();
        Map<Watched, Answer> answers = new LinkedHashMap<>();
        for (Map.Entry<Watched, Future<Answer>> entry : asked.entrySet()) {
            try {
                long wait = Math.max(0, deadline - System.nanoTime());
                answers.put(entry.getKey(), entry.getValue().get(wait, TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                overdue.put(entry.getKey(), entry.getValue());
                entry.getKey().overdue();
            } catch (ExecutionException e) {
                // The server's state tells why.
                continue;
            }
        }
        return answers;
    }
}
