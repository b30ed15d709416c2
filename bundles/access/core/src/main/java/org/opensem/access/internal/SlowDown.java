package org.opensem.access.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.opensem.access.TooSoonException;
import org.opensem.access.Visitor;

/**
 * Makes guessing slow. After some wrong attempts from an address each further one is looked at only after a pause that doubles,
 * up to a quarter of an hour; after more of them from anywhere everybody on the network has to pause up to a minute, unless the
 * owner has logged in from the address before. Somebody at this machine never waits longer than half a minute, and for nobody
 * else's attempts: nobody can lock the owner out.
 *
 * <p>Time is the process' own, which no change of the clock and no replay moves.
 */
final class SlowDown {
    /** Wrong attempts without a pause: people mistype. */
    static final int FREE = 3;
    /** Wrong attempts of everybody together before everybody pauses. */
    static final int FREE_TOGETHER = 10;
    static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration LONGEST_LOCAL = Duration.ofSeconds(30);
    static final Duration LONGEST_TOGETHER = Duration.ofMinutes(1);
    /** After so long without a wrong attempt all is forgotten. */
    static final Duration FORGOTTEN = Duration.ofHours(6);
    /** Addresses that are remembered; of more, those that were longest quiet are forgotten. */
    static final int MOST_ADDRESSES = 1000;

    private static final String LOCAL = "local";

    private final LongSupplier nanos;
    private final Map<String, Count> wrong = remembering();
    private final Map<String, Boolean> known = remembering();
    private final Count together = new Count();

    SlowDown() {
        this(System::nanoTime);
    }

    /** @param nanos time that only goes forward */
    SlowDown(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private static <V> Map<String, V> remembering() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_ADDRESSES;
            }
        };
    }

    /**
     * Admits an attempt and counts it as a wrong one until it has {@linkplain #succeeded}, so that many at once are no way
     * around.
     *
     * @throws TooSoonException if it is not to be looked at yet; then it does not count
     */
    synchronized void admit(Visitor visitor) {
        long now = nanos.getAsLong();
        Count own = wrong.computeIfAbsent(key(visitor), address -> new Count());
        long wait = own.left(now, FREE, visitor.local() ? LONGEST_LOCAL : LONGEST);
        if (!visitor.local() && !known.containsKey(key(visitor))) {
            wait = Math.max(wait, together.left(now, FREE_TOGETHER, LONGEST_TOGETHER));
        }
        if (wait > 0) {
            throw new TooSoonException(Duration.ofNanos(wait));
        }
        own.add(now);
        if (!visitor.local()) {
            together.add(now);
        }
    }

    /** Forgets what was wrong before. */
    synchronized void succeeded(Visitor visitor) {
        wrong.remove(key(visitor));
        known.put(key(visitor), true);
        together.clear();
    }

    synchronized int addresses() {
        return wrong.size();
    }

    /** Of an IPv6 network everybody has as many addresses as he likes: its first 64 bits count. */
    private static String key(Visitor visitor) {
        if (visitor.local()) {
            return LOCAL;
        }
        String address = visitor.address();
        return address.contains(":") ? Addresses.network(address) : address;
    }

    /** Wrong attempts one after the other. */
    private static final class Count {
        private int number;
        private long last;

        void add(long now) {
            if (number > 0 && now - last > FORGOTTEN.toNanos()) {
                number = 0;
            }
            number++;
            last = now;
        }

        void clear() {
            number = 0;
        }

        long left(long now, int free, Duration longest) {
            if (number < free || now - last > FORGOTTEN.toNanos()) {
                return 0;
            }
            long pause = TimeUnit.SECONDS.toNanos(1L << Math.min(20, number - free + 1));
            return Math.min(pause, longest.toNanos()) - (now - last);
        }
    }
}
