package org.opensem.store.internal;

import java.util.List;
import java.util.function.Supplier;
import org.opensem.store.SampleBuckets;
import org.opensem.store.internal.codec.BlockReader;
import org.opensem.store.internal.codec.CorruptBlockException;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.codec.Pyramid;

/**
 * Down-samples. An hour or a minute that lies in one bucket is answered by its pyramid; only the minutes that a bucket's edge
 * cuts are decoded.
 */
final class BucketReader implements SampleBuckets {
    private static final int MOST_BUCKETS = 100_000;
    /** Bounds the memory for what is fetched at once: pyramids of about 1.3 KB, blocks of about 16 KB. */
    private static final int PYRAMIDS_AT_ONCE = 1_000;
    private static final int BLOCKS_AT_ONCE = 48;

    private final Supplier<Directory> directory;
    private final Supplier<HourLoader> loaders;

    BucketReader(Supplier<Directory> directory, Supplier<HourLoader> loaders) {
        this.directory = directory;
        this.loaders = loaders;
    }

    @Override
    public List<Bucket> buckets(long from, long to, int bucketSeconds) {
        if (from >= to || bucketSeconds < 1 || Math.subtractExact(to, from) - 1 >= (long) bucketSeconds * MOST_BUCKETS) {
            throw new IllegalArgumentException("A range asks for 1 to " + MOST_BUCKETS + " buckets of 1 s or more");
        }
        BucketRow row = new BucketRow(from, to, bucketSeconds);
        HourLoader loader = null;
        long end = Math.floorDiv(to - 1, HourImage.SECONDS) + 1;
        for (long hour = Math.floorDiv(from, HourImage.SECONDS); hour < end; ) {
            Directory now = directory.get();
            int first = now.position(hour);
            if (first == now.size() || now.at(first).hour() >= end) {
                break;
            }
            loader = loader == null ? loaders.get() : loader;
            boolean cut = row.cutsMinutes(now.at(first).hour());
            int last = run(now, first, end, row, cut);
            hour = now.at(last - 1).hour() + 1;
            addRun(loader, now, first, last, row, cut);
        }
        return row.finish();
    }

    /** How far the hours go that are to be fetched in the same way. */
    private static int run(Directory now, int first, long end, BucketRow row, boolean cut) {
        int most = cut ? BLOCKS_AT_ONCE : PYRAMIDS_AT_ONCE;
        int last = first + 1;
        while (last < now.size() && now.at(last).hour() < end && last - first < most
                && row.cutsMinutes(now.at(last).hour()) == cut) {
            last++;
        }
        return last;
    }

    private static void addRun(HourLoader loader, Directory now, int first, int last, BucketRow row, boolean cut) {
        if (last - first > 1 || now.at(first).open() == null) {
            loader.fetch(now.at(first).hour(), now.at(last - 1).hour() + 1, cut);
        }
        for (int i = first; i < last; i++) {
            HourRef ref = loader.locate(now.at(i), cut);
            if (ref == null) {
                continue;
            }
            if (ref.open() != null) {
                row.addSeconds(loader.copy(ref.open()), 0, HourImage.SECONDS);
            } else {
                addPacked(loader, ref, row, cut);
            }
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
                    row.add(minute, pyramid.minute(m));
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
