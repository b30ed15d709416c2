package org.opensem.store.internal;

import java.util.function.Supplier;
import org.opensem.store.SecondVisitor;
import org.opensem.store.internal.codec.HourImage;

/** Reads seconds, a day at a time. */
final class SecondsReader {
    private static final long HOURS_AT_ONCE = 24;

    private final Supplier<Directory> directory;
    private final Supplier<HourLoader> loaders;

    SecondsReader(Supplier<Directory> directory, Supplier<HourLoader> loaders) {
        this.directory = directory;
        this.loaders = loaders;
    }

    void read(long from, long to, SecondVisitor visitor) {
        if (from >= to) {
            return;
        }
        long end = Math.floorDiv(to - 1, HourImage.SECONDS) + 1;
        HourLoader loader = null;
        for (long hour = Math.floorDiv(from, HourImage.SECONDS); hour < end; ) {
            Directory now = directory.get();
            int first = now.position(hour);
            if (first == now.size() || now.at(first).hour() >= end) {
                return;
            }
            loader = loader == null ? loaders.get() : loader;
            long begin = now.at(first).hour();
            hour = Math.min(end, begin + HOURS_AT_ONCE);
            if (now.at(first).open() == null || hour - begin > 1) {
                loader.fetch(begin, hour, true);
            }
            for (int i = first; i < now.size() && now.at(i).hour() < hour; i++) {
                HourRef ref = loader.locate(now.at(i), true);
                HourImage image = ref == null ? null : loader.seconds(ref);
                if (image != null) {
                    visit(image, from, to, visitor);
                }
            }
        }
    }

    private static void visit(HourImage image, long from, long to, SecondVisitor visitor) {
        long start = image.hour() * HourImage.SECONDS;
        int low = (int) Math.max(0, from - start);
        int high = (int) Math.min(HourImage.SECONDS, to - start);
        boolean complete = image.phasedCount() == HourImage.SECONDS;
        for (int s = complete ? low : image.next(low); s >= 0 && s < high; s = complete ? s + 1 : image.next(s + 1)) {
            visitor.second(start + s, image.total(s), image.l1(s), image.l2(s), image.l3(s));
        }
    }
}
