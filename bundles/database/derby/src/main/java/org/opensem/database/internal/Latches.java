package org.opensem.database.internal;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;

/**
 * Tells whether a thread waits inside Derby for what a failure of the disk may have left behind. Latches of pages are held while
 * a page is read, changed or written. But where the disk fails while a change is taken back, Derby leaves a page latched by a
 * transaction that is over: whoever wants it then waits for ever, and no interrupt ends that. And where Derby cannot begin the
 * next file of its log while somebody makes room in its cache, these two wait for one another.
 */
final class Latches {
    private static final Map<String, String> WAITS = Map.of(
            "org.apache.derby.impl.store.raw.data.BasePage", "setExclusive",
            "org.apache.derby.impl.store.raw.data.CachedPage", "clean");

    private Latches() {}

    /** Whether a thread waits for the latch of a page. */
    static boolean isWantedBy(Thread thread) {
        if (thread.getState() != Thread.State.WAITING) {
            return false;
        }
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (!frame.getClassName().equals(Object.class.getName())) {
                return frame.getMethodName().equals(WAITS.get(frame.getClassName()));
            }
        }
        return false;
    }

    /** Whether a thread is one of those that wait for one another's locks. */
    static boolean isDeadlocked(Thread thread) {
        long[] found = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        return found != null && Arrays.stream(found).anyMatch(id -> id == thread.threadId());
    }
}
