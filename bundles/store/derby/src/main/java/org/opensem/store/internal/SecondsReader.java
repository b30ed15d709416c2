package org.opensem.store.internal;

import java.util.function.Supplier;
import org.opensem.store.MarkedSeconds;
import org.opensem.store.RawSamples;
import org.opensem.store.SecondVisitor;
import org.opensem.store.internal.codec.HourImage;

/** Reads seconds, a day at a time. */
final class SecondsReader implements RawSamples {
    private static final long HOURS_AT_ONCE = 24;

    private final Supplier<Directory> directory;
    private final Supplier<MarkedSeconds> marked;
    private final Supplier<HourLoader> loaders;

    SecondsReader(Supplier<Directory> directory, Supplier<MarkedSeconds> marked, Supplier<HourLoader> loaders) {
        this.directory = directory;
        this.marked = marked;
        this.loaders = loaders;
    }

    /** Without the marked ones. */
    void read(long from, long to, SecondVisitor visitor) {
        marked.get().unmarked(from, to, (first, end) -> readRaw(first, end, visitor));
    }

    /** All of them. */
    @Override
    public void readRaw(long from, long to, SecondVisitor visitor) {
        if (from >= to) {
            return;
        }
        long end = Math.floorDiv(to - 1, HourImage.SECONDS) + 1;
        HourLoader loader = null;
        long ahead = Long.MIN_VALUE;
        for (long hour = Math.floorDiv(from, HourImage.SECONDS); hour < end; ) {
            Directory now = directory.get();
            int first = now.position(hour);
            if (first == now.size() || now.at(first).hour() >= end) {
                return;
            }
            loader = loader == null ? loaders.get() : loader;
            long begin = now.at(first).hour();
            hour = Math.min(end, begin + HOURS_AT_ONCE);
            if (begin == ahead) {
                loader.next();
            } else if (now.at(first).open() == null || hour - begin > 1) {
                loader.fetch(begin, hour, true);
            }
            ahead = fetchAhead(loader, now, hour, end);
            for (int i = first; i < now.size() && now.at(i).hour() < hour; i++) {
                HourRef ref = loader.locate(now.at(i), true);
                HourImage image = ref == null ? null : loader.seconds(ref);
                if (image != null) {
                    long start = image.hour() * HourImage.SECONDS;
                    image.visit((int) Math.max(0, from - start), (int) Math.min(HourImage.SECONDS, to - start), visitor);
                }
            }
        }
    }

    /** Lets the database work on the next day while this one is decoded; answers where it begins. */
    private static long fetchAhead(HourLoader loader, Directory now, long hour, long end) {
        int first = now.position(hour);
        if (first == now.size() || now.at(first).hour() >= end) {
            return Long.MIN_VALUE;
        }
        long begin = now.at(first).hour();
        loader.fetchAhead(begin, Math.min(end, begin + HOURS_AT_ONCE));
        return begin;
    }
}
