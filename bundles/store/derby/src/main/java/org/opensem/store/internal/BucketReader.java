package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.opensem.store.MarkedSeconds;
import org.opensem.store.SampleBuckets;
import org.opensem.store.internal.codec.BlockReader;
import org.opensem.store.internal.codec.CorruptBlockException;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.codec.Pyramid;
import org.opensem.store.internal.jdbc.StoreTables.Span;

/**
 * Down-samples. An hour or a minute that lies in one bucket is answered by its pyramid; only the minutes that the edge of a
 * bucket or of a mark cuts are decoded, and a marked minute is passed over.
 */
final class BucketReader implements SampleBuckets {
    private static final int MOST_BUCKETS = 100_000;
    /** Bounds the memory for what is fetched at once: pyramids of about 1.3 KB, blocks of about 16 KB. */
    private static final int BYTES_AT_ONCE = 1_300_000;
    private static final int PYRAMID_BYTES = 1_300;
    private static final int BLOCK_BYTES = 17_300;

    private final Supplier<Directory> directory;
    private final Supplier<MarkedSeconds> marked;
    private final Supplier<HourLoader> loaders;

    BucketReader(Supplier<Directory> directory, Supplier<MarkedSeconds> marked, Supplier<HourLoader> loaders) {
        this.directory = directory;
        this.marked = marked;
        this.loaders = loaders;
    }

    @Override
    public List<Bucket> buckets(long from, long to, int bucketSeconds) {
        // A difference beyond a long is negative.
        if (from >= to || to - from < 0 || bucketSeconds < 1 || to - from - 1 >= (long) bucketSeconds * MOST_BUCKETS) {
            throw new IllegalArgumentException("A range asks for 1 to " + MOST_BUCKETS + " buckets of 1 s or more");
        }
        BucketRow row = new BucketRow(from, to, bucketSeconds, marked.get());
        HourLoader loader = null;
        long end = Math.floorDiv(to - 1, HourImage.SECONDS) + 1;
        for (long hour = Math.floorDiv(from, HourImage.SECONDS); hour < end; ) {
            Directory now = directory.get();
            int first = now.position(hour);
            if (first == now.size() || now.at(first).hour() >= end) {
                break;
            }
            loader = loader == null ? loaders.get() : loader;
            int last = fetch(loader, now, first, end, row);
            hour = now.at(last - 1).hour() + 1;
            for (int i = first; i < last; i++) {
                add(loader, now.at(i), row);
            }
        }
        return row.finish();
    }

    /** Fetches hours from the first on, as many as memory allows, with blocks where they are needed; answers where it ended. */
    private static int fetch(HourLoader loader, Directory now, int first, long end, BucketRow row) {
        List<Span> spans = new ArrayList<>();
        int bytes = 0;
        int i = first;
        for (; i < now.size() && now.at(i).hour() < end && bytes < BYTES_AT_ONCE; i++) {
            HourRef ref = now.at(i);
            if (ref.open() == null) {
                boolean cut = row.cutsMinutes(ref.hour());
                Span last = spans.isEmpty() ? null : spans.getLast();
                if (last != null && last.to() == ref.hour() && last.withSeconds() == cut) {
                    spans.set(spans.size() - 1, new Span(last.from(), ref.hour() + 1, cut));
                } else {
                    spans.add(new Span(ref.hour(), ref.hour() + 1, cut));
                }
                bytes += cut ? BLOCK_BYTES : PYRAMID_BYTES;
            }
        }
        loader.fetch(spans);
        return i;
    }

    private static void add(HourLoader loader, HourRef known, BucketRow row) {
        boolean cut = row.cutsMinutes(known.hour());
        HourRef ref = loader.locate(known, cut);
        if (ref != null && ref.open() != null) {
            row.addSeconds(loader.copy(ref.open()), 0, HourImage.SECONDS);
        } else if (ref != null) {
            addPacked(loader, ref, row, cut);
        }
    }

    private static void addPacked(HourLoader loader, HourRef ref, BucketRow row, boolean cut) {
        Pyramid pyramid = loader.pyramid(ref);
        if (pyramid == null) {
            return;
        }
        long start = ref.hour() * HourImage.SECONDS;
        if (row.isWithinOne(start, start + HourImage.SECONDS)) {
            row.add(start, pyramid.hour());
            return;
        }
        BlockReader block = cut ? loader.block(ref, pyramid) : null;
        if (cut && block == null) {
            return;
        }
        try {
            for (int m = 0; m < HourImage.MINUTES; m++) {
                long minute = start + m * 60L;
                if (row.isWithinOne(minute, minute + 60)) {
                    row.add(minute, pyramid, m);
                } else if (row.touches(minute, minute + 60)) {
                    block.minute(m);
                    row.addSeconds(block.image(), m * 60, m * 60 + 60);
                }
            }
        } catch (CorruptBlockException e) {
            loader.report(ref.id(), e.getMessage());
        }
    }
}
