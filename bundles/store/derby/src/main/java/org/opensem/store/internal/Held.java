package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.opensem.metering.Sample;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.codec.PacketCodec;
import org.opensem.store.internal.jdbc.Commit;
import org.opensem.store.internal.jdbc.StoreTables.HeldLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was measured while the clock was not trusted (T6). It waits, as stamped, beside the hours: where it lies by its stamps
 * something else may be stored, and figures of 1970 help nobody. {@link Corrections} brings it to its place. The writer's lock
 * guards it.
 */
final class Held {
    private static final Logger LOG = LoggerFactory.getLogger(Held.class);
    private static final int PACKET = 10;
    /** Samples of a row: as many as fit whatever their hour, when a full disk has made them pile up. */
    private static final int MOST_OF_ROW = 100;
    private static final int ROWS_PER_DAY = 8_640;

    private final IntSupplier days;
    private final Map<Long, HeldLine> lines = new LinkedHashMap<>();
    private final Map<Long, List<Sample>> pending = new LinkedHashMap<>();
    private final List<Commit.HeldRow> writing = new ArrayList<>();
    private long lastNumber;
    private int pendingCount;
    private boolean unsure;
    private volatile long seconds;

    /**
     * @param stored what waits from earlier runs, the oldest first
     * @param days how many of them are kept at most
     */
    Held(Collection<HeldLine> stored, IntSupplier days) {
        this.days = days;
        for (HeldLine line : stored) {
            lines.put(line.timeline(), line);
            lastNumber = Math.max(lastNumber, line.lastNumber());
        }
        count();
    }

    /** How many samples wait, those that are not stored yet included. */
    long seconds() {
        return seconds;
    }

    boolean isEmpty() {
        return lines.isEmpty() && pendingCount == 0;
    }

    /** What is stored, by timeline, the oldest first. */
    List<HeldLine> lines() {
        return List.copyOf(lines.values());
    }

    /** Takes a sample as stamped; answers whether there are enough to be stored. */
    boolean add(long timeline, Sample sample) {
        pending.computeIfAbsent(timeline, t -> new ArrayList<>()).add(sample);
        pendingCount++;
        count();
        return pendingCount >= PACKET;
    }

    /** Puts what is not stored yet into a transaction; to be followed by {@link #committed} if that succeeds. */
    void write(Commit commit) {
        if (pendingCount == 0) {
            return;
        }
        if (unsure) {
            commit.sweepHeldAfter(lastNumber);
        }
        unsure = true;
        writing.clear();
        pending.forEach(this::rows);
        writing.forEach(commit::held);
        if (isTooMuch()) {
            commit.forgetHeldTo(lastNumber - mostRows());
        }
    }

    /** A day more than is kept, so that something is given up once a day and not with every packet. */
    private boolean isTooMuch() {
        return !lines.isEmpty() && lastNumber - lines.values().iterator().next().firstNumber() > mostRows() + ROWS_PER_DAY;
    }

    private long mostRows() {
        return (long) ROWS_PER_DAY * days.getAsInt();
    }

    private void rows(long timeline, List<Sample> samples) {
        TreeMap<Long, List<Sample>> hours = new TreeMap<>();
        samples.forEach(sample ->
                hours.computeIfAbsent(sample.epochSecond() / HourImage.SECONDS, h -> new ArrayList<>()).add(sample));
        hours.forEach((hour, ofHour) -> {
            for (int from = 0; from < ofHour.size(); from += MOST_OF_ROW) {
                writing.add(row(timeline, hour, ofHour.subList(from, Math.min(ofHour.size(), from + MOST_OF_ROW))));
            }
        });
    }

    private Commit.HeldRow row(long timeline, long hour, List<Sample> samples) {
        HourImage image = new HourImage(hour);
        for (Sample sample : samples) {
            image.put(second(sample), sample.totalMilliwatts(), sample.l1Milliwatts(), sample.l2Milliwatts(),
                    sample.l3Milliwatts());
        }
        int[] present = samples.stream().mapToInt(Held::second).sorted().distinct().toArray();
        long start = hour * HourImage.SECONDS;
        return new Commit.HeldRow(timeline, lastNumber + writing.size() + 1, hour, present.length, start + present[0],
                start + present[present.length - 1], PacketCodec.encode(image, present, 0, present.length));
    }

    private static int second(Sample sample) {
        return (int) (sample.epochSecond() % HourImage.SECONDS);
    }

    /** After the transaction. */
    void committed() {
        if (!unsure) {
            return;
        }
        unsure = false;
        if (isTooMuch()) {
            LOG.warn("The clock has not been set for so long that the oldest seconds measured meanwhile are given up");
            long kept = lastNumber - mostRows() + 1;
            lines.values().removeIf(line -> line.lastNumber() < kept);
            lines.replaceAll((timeline, line) -> line.from(kept));
        }
        for (Commit.HeldRow row : writing) {
            HeldLine fresh = new HeldLine(row.timeline(), 0, row.first(), row.last(), row.number(), row.number());
            lines.put(row.timeline(), lines.getOrDefault(row.timeline(), fresh).with(row));
            lastNumber = row.number();
        }
        writing.clear();
        pending.clear();
        pendingCount = 0;
        count();
    }

    /** Rows of a timeline are where they belong, up to a number. */
    void settled(long timeline, long number) {
        HeldLine line = lines.get(timeline);
        if (line == null || line.lastNumber() <= number) {
            lines.remove(timeline);
        } else {
            lines.put(timeline, line.from(number + 1));
        }
        count();
    }

    private void count() {
        seconds = lines.values().stream().mapToLong(HeldLine::seconds).sum() + pendingCount;
    }
}
