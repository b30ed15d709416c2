package org.opensem.store.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.jdbc.Commit;

/** Merges given samples into the stored hours, whole hours at a time. The writer's lock guards it. */
final class Importer {
    private final Committer committer;
    private final Packer packer;
    private final Supplier<HourLoader> loaders;
    private final StreamWriter stream;
    private final Retention retention;
    private final HourImage scratch = new HourImage(0);

    Importer(Committer committer, Packer packer, Supplier<HourLoader> loaders, StreamWriter stream, Retention retention) {
        this.committer = committer;
        this.packer = packer;
        this.loaders = loaders;
        this.stream = stream;
        this.retention = retention;
    }

    WriteResult write(List<Sample> samples, WriteMode mode) {
        return write(samples, mode, new Commit(), false);
    }

    /**
     * Writes samples in a transaction that does something else besides.
     *
     * @param always whether that has to be done also if no sample is taken
     */
    WriteResult write(List<Sample> samples, WriteMode mode, Commit commit, boolean always) {
        List<Sample> sorted = sorted(samples);
        if (!sorted.isEmpty() && sorted.getLast().epochSecond() / HourImage.SECONDS > StreamWriter.MOST_HOUR) {
            throw new IllegalArgumentException("A sample lies after the year 3000: " + sorted.getLast().epochSecond());
        }
        // The stream's own seconds first: they are in the open hours already and must not be stored under this transaction.
        stream.storePending();
        long keptFrom = retention.keptFrom();
        Touched touched = new Touched();
        Map<Long, HourRef> replaced = new HashMap<>();
        WriteResult result = new WriteResult(0, 0, 0);
        for (int from = 0; from < sorted.size(); ) {
            int to = endOfHour(sorted, from);
            Merge merge = new Merge(base(sorted.get(from).epochSecond() / HourImage.SECONDS), mode, keptFrom, touched);
            sorted.subList(from, to).forEach(merge::add);
            if (merge.taken > 0) {
                HourRef ref = pack(merge.image, commit);
                replaced.put(ref.hour(), ref);
            }
            result = result.plus(new WriteResult(merge.taken, to - from - merge.taken, merge.derivedOnly));
            from = to;
        }
        if (!replaced.isEmpty() || always) {
            committer.commit(commit, replaced, touched);
            replaced.values().stream()
                    .filter(ref -> ref.open() != null)
                    .forEach(ref -> stream.open(ref.hour()).inBlock(ref.open()));
        }
        return result;
    }

    private static List<Sample> sorted(List<Sample> samples) {
        long last = Long.MIN_VALUE;
        for (Sample sample : samples) {
            if (sample.epochSecond() < last) {
                return samples.stream().sorted(Comparator.comparingLong(Sample::epochSecond)).toList();
            }
            last = sample.epochSecond();
        }
        return samples;
    }

    private static int endOfHour(List<Sample> samples, int from) {
        long hour = samples.get(from).epochSecond() / HourImage.SECONDS;
        int to = from;
        while (to < samples.size() && samples.get(to).epochSecond() / HourImage.SECONDS == hour) {
            to++;
        }
        return to;
    }

    /** What is stored of an hour, to be added to; an open hour as a copy, because readers see the original. */
    private HourImage base(long hour) {
        OpenHour open = stream.open(hour);
        if (open != null) {
            return new HourImage(hour).copyFrom(open.image());
        }
        scratch.reset(hour);
        HourRef ref = committer.directory().get(hour);
        if (ref != null) {
            HourLoader loader = loaders.get();
            loader.fetch(hour, hour + 1, true);
            HourImage seconds = loader.seconds(ref);
            if (seconds != null) {
                scratch.copyFrom(seconds);
            }
        }
        return scratch;
    }

    /** What is stored of an hour, as an image of its own. */
    HourImage copy(long hour) {
        return new HourImage(hour).copyFrom(base(hour));
    }

    /** Has an hour removed of which nothing is left. */
    HourRef empty(long hour, Commit commit) {
        OpenHour open = stream.open(hour);
        if (open != null && open.journaled()) {
            commit.closeHour(hour);
        }
        return null;
    }

    HourRef pack(HourImage image, Commit commit) {
        long hour = image.hour();
        HourRef before = committer.directory().get(hour);
        OpenHour open = stream.open(hour);
        if (open != null && open.journaled()) {
            commit.closeHour(hour);
        }
        Commit.Block block = packer.pack(image, before == null ? HourRef.firstId(hour) + 1 : before.nextId());
        commit.block(block);
        return new HourRef(hour, block.id(), block.seconds(), block.first(), block.last(), open == null ? null : image);
    }

    /** Adds samples to one hour and counts. */
    private static final class Merge {
        private final HourImage image;
        private final WriteMode mode;
        private final long keptFrom;
        private final Touched touched;
        private long last = -1;
        private int taken;
        private int derivedOnly;

        Merge(HourImage image, WriteMode mode, long keptFrom, Touched touched) {
            this.image = image;
            this.mode = mode;
            this.keptFrom = keptFrom;
            this.touched = touched;
        }

        void add(Sample sample) {
            long time = sample.epochSecond();
            int second = (int) (time % HourImage.SECONDS);
            if (mode == WriteMode.KEEP && image.has(second)) {
                return;
            }
            image.put(second, sample.totalMilliwatts(), sample.l1Milliwatts(), sample.l2Milliwatts(), sample.l3Milliwatts());
            // The same second twice in one call counts once, and the later one wins where replacing is asked for.
            if (time != last) {
                touched.add(time);
                taken++;
                derivedOnly += time < keptFrom ? 1 : 0;
                last = time;
            }
        }
    }
}
