package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opensem.metering.Sample;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.jdbc.Commit;
import org.opensem.time.TimeHistory.Move;

/**
 * Moves stored seconds in one transaction to places that are free. A second whose place is taken stays where it is, so that
 * nothing is ever lost; if that is so of more than a few, the correction contradicts what is stored, and none is moved.
 */
final class Mover {
    /** As many as two clocks may overlap by a little drift. */
    private static final int MOST_STAYING = 60;

    private final Committer committer;
    private final StreamWriter stream;
    private final Importer importer;

    Mover(Committer committer, StreamWriter stream, Importer importer) {
        this.committer = committer;
        this.stream = stream;
        this.importer = importer;
    }

    /** Notes a move that is not to be followed. */
    void passOver(Move move) {
        committer.commit(new Commit().move(move.id()), Map.of(), new Touched());
    }

    /** @param staying seconds whose place is taken */
    record Moved(int moved, int staying) {}

    /** Follows a move and notes it. */
    Moved move(Move move) {
        // The stream's own seconds first: they are in the open hours already and must not be stored under this transaction.
        stream.storePending();
        Images images = new Images();
        List<Sample> all = images.take(move.from(), move.to());
        Set<Long> staying = staying(all, move.shiftSeconds(), images);
        List<Sample> seconds = all.stream().filter(sample -> !staying.contains(sample.epochSecond())).toList();
        if (seconds.isEmpty() || staying.size() > MOST_STAYING) {
            passOver(move);
            return new Moved(0, staying.size());
        }
        all.stream().filter(sample -> staying.contains(sample.epochSecond())).forEach(images::put);
        Commit commit = new Commit().move(move.id());
        Touched touched = new Touched();
        touched.remove(seconds.getFirst().epochSecond(), seconds.getLast().epochSecond() + 1);
        for (Sample sample : seconds) {
            images.put(sample.at(sample.epochSecond() + move.shiftSeconds()));
            touched.add(sample.epochSecond() + move.shiftSeconds());
        }
        Map<Long, HourRef> replaced = images.pack(commit);
        committer.commit(commit, replaced, touched);
        replaced.forEach(stream::replaced);
        return new Moved(seconds.size(), staying.size());
    }

    /** Whose place is taken, by others or by one of their own that stays; in the order in which they would make room. */
    private static Set<Long> staying(List<Sample> seconds, long shift, Images images) {
        Set<Long> staying = new HashSet<>();
        for (Sample sample : shift < 0 ? seconds : seconds.reversed()) {
            long place = sample.epochSecond() + shift;
            if (staying.contains(place) || !images.isFree(place)) {
                staying.add(sample.epochSecond());
            }
        }
        return staying;
    }

    /** The hours that a move has to do with, as they are going to be. */
    private final class Images {
        private final TreeMap<Long, HourImage> hours = new TreeMap<>();

        /** Takes the seconds of [from, to) away, ascending. */
        List<Sample> take(long from, long to) {
            List<Sample> taken = new ArrayList<>();
            Directory directory = committer.directory();
            for (int i = directory.position(Math.floorDiv(from, HourImage.SECONDS));
                    i < directory.size() && directory.at(i).hour() * HourImage.SECONDS < to; i++) {
                HourImage image = hour(directory.at(i).hour());
                long start = image.hour() * HourImage.SECONDS;
                int before = taken.size();
                image.visit((int) Math.max(0, from - start), (int) Math.min(HourImage.SECONDS, to - start),
                        (second, total, l1, l2, l3) -> taken.add(new Sample(second, total, l1, l2, l3)));
                taken.subList(before, taken.size()).forEach(sample -> image.remove((int) (sample.epochSecond() - start)));
            }
            return taken;
        }

        boolean isFree(long second) {
            return second >= 0 && second / HourImage.SECONDS <= StreamWriter.MOST_HOUR
                    && !hour(second / HourImage.SECONDS).has((int) (second % HourImage.SECONDS));
        }

        void put(Sample sample) {
            hour(sample.epochSecond() / HourImage.SECONDS).put((int) (sample.epochSecond() % HourImage.SECONDS),
                    sample.totalMilliwatts(), sample.l1Milliwatts(), sample.l2Milliwatts(), sample.l3Milliwatts());
        }

        private HourImage hour(long hour) {
            return hours.computeIfAbsent(hour, importer::copy);
        }

        /** Packs what is left of each hour; an hour that has become empty is null. */
        Map<Long, HourRef> pack(Commit commit) {
            Map<Long, HourRef> replaced = new HashMap<>();
            for (HourImage image : hours.values()) {
                replaced.put(image.hour(), image.count() == 0
                        ? importer.empty(image.hour(), commit) : importer.pack(image, commit));
            }
            return replaced;
        }
    }
}
