package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.List;
import org.opensem.store.MarkedSeconds;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.internal.codec.Figures;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.codec.Pyramid;

/** Fills buckets from the first to the last; what is added comes in the order of time. */
final class BucketRow {
    private final long from;
    private final long to;
    private final int bucketSeconds;
    private final MarkedSeconds marked;
    private final boolean alongMinutes;
    private final List<Bucket> done;
    private final Figures figures = new Figures();
    private long start;
    private long end;

    /** @param all marked seconds, which are left out */
    BucketRow(long from, long to, int bucketSeconds, MarkedSeconds all) {
        this.from = from;
        this.to = to;
        this.bucketSeconds = bucketSeconds;
        marked = all.within(from, to);
        alongMinutes = from % 60 == 0 && to % 60 == 0 && bucketSeconds % 60 == 0;
        done = new ArrayList<>((int) ((to - from - 1) / bucketSeconds) + 1);
        start = from;
        end = Math.min(to, from + bucketSeconds);
    }

    /** Whether an edge of a bucket, of a mark or of the range cuts a minute of this hour. */
    boolean cutsMinutes(long hour) {
        long first = hour * HourImage.SECONDS;
        long last = first + HourImage.SECONDS;
        if (!marked.isEmpty() && isCutByMark(first, last)) {
            return true;
        }
        if (alongMinutes) {
            return false;
        }
        if (cuts(from, first, last) || cuts(to, first, last)) {
            return true;
        }
        long edge = from + Math.max(0, Math.floorDiv(first - from, bucketSeconds)) * bucketSeconds;
        for (; edge < Math.min(last, to); edge += bucketSeconds) {
            if (cuts(edge, first, last)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCutByMark(long first, long last) {
        boolean[] cut = {false};
        marked.marked(first, last, (begin, end) -> cut[0] |= cuts(begin, first, last) || cuts(end, first, last));
        return cut[0];
    }

    private static boolean cuts(long edge, long first, long last) {
        return edge > first && edge < last && edge % 60 != 0;
    }

    /** Whether [first, last) lies in the range and in one bucket, and counts as a whole; moves on to that bucket. */
    boolean isWithinOne(long first, long last) {
        if (first < from || last > to || marked.touches(first, last)) {
            return false;
        }
        moveTo(first);
        return last <= end;
    }

    /** Whether any of [first, last) is in the range and counts. */
    boolean touches(long first, long last) {
        return first < to && last > from && !marked.covers(Math.max(first, from), Math.min(last, to));
    }

    /** Adds figures of seconds that lie in one bucket. */
    void add(long second, Figures more) {
        moveTo(second);
        figures.add(more);
    }

    /** Adds a minute that lies in one bucket. */
    void add(long second, Pyramid pyramid, int minute) {
        moveTo(second);
        figures.add(pyramid, minute);
    }

    /** Adds the seconds [first, last) of an hour, those in the range that count. */
    void addSeconds(HourImage image, int first, int last) {
        long hour = image.hour() * HourImage.SECONDS;
        long low = Math.max(hour + first, from);
        long high = Math.min(hour + last, to);
        if (marked.isEmpty()) {
            addAll(image, (int) (low - hour), (int) (high - hour));
        } else {
            marked.unmarked(low, high, (begin, end) -> addAll(image, (int) (begin - hour), (int) (end - hour)));
        }
    }

    private void addAll(HourImage image, int first, int high) {
        long hour = image.hour() * HourImage.SECONDS;
        int low = first;
        while (low < high) {
            moveTo(hour + low);
            int next = (int) Math.min(high, end - hour);
            figures.add(image, low, next);
            low = next;
        }
    }

    /** The buckets, those that nothing was added to among them. */
    List<Bucket> finish() {
        while (start < to) {
            close();
        }
        return List.copyOf(done);
    }

    private void moveTo(long second) {
        while (second >= end) {
            close();
        }
    }

    private void close() {
        boolean phases = figures.seconds(1) > 0;
        done.add(new Bucket(start, figures.seconds(), figures.seconds() == 0 ? null : series(0),
                phases ? series(1) : null, phases ? series(2) : null, phases ? series(3) : null));
        figures.clear();
        start = end;
        end = Math.min(to, end + bucketSeconds);
    }

    private org.opensem.store.SampleBuckets.Figures series(int s) {
        return new org.opensem.store.SampleBuckets.Figures(
                figures.min(s), figures.sum(s) / (double) figures.seconds(s), figures.max(s));
    }
}
