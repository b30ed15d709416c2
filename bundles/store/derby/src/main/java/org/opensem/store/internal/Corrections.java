package org.opensem.store.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.store.internal.codec.CorruptBlockException;
import org.opensem.store.internal.codec.HourImage;
import org.opensem.store.internal.codec.PacketCodec;
import org.opensem.store.internal.jdbc.Commit;
import org.opensem.store.internal.jdbc.StoreTables;
import org.opensem.store.internal.jdbc.StoreTables.HeldLine;
import org.opensem.time.TimeHistory;
import org.opensem.time.TimeHistory.Move;
import org.opensem.time.TimeHistory.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the corrections of the clock that stamps the live stream (T6, docs/time.md): what is stored moves where its place is
 * free, and what waits because nobody knew the time goes where it belongs. The writer's lock guards it.
 */
final class Corrections {
    private static final Logger LOG = LoggerFactory.getLogger(Corrections.class);
    /** Six hours at a time. */
    private static final int ROWS = 2_160;

    private final StoreTables tables;
    private final StreamWriter stream;
    private final Importer importer;
    private final Held held;
    private final Mover mover;
    private long lastMove;
    private Part part;
    private volatile long restamped;

    /** What waited and is on its way: it may be gone from the tables already, if a transaction failed only seemingly. */
    private record Part(long timeline, long number, List<Sample> samples) {}

    /** Where a clock's seconds begin, and what is to be added to them. */
    private record Begin(long second, long shift, boolean trusted) {}

    /** @param lastMove the last of the clock's moves that was followed; 0 for none */
    Corrections(StoreTables tables, StreamWriter stream, Importer importer, Held held, Mover mover, long lastMove) {
        this.tables = tables;
        this.stream = stream;
        this.importer = importer;
        this.held = held;
        this.mover = mover;
        this.lastMove = lastMove;
    }

    /** Seconds brought to another place. */
    long restamped() {
        return restamped;
    }

    /**
     * Moves what a new correction concerns.
     *
     * @param stamped whether the samples that are to come were stamped by the clock; if they have a time of their own, so have
     *     those that are stored
     */
    void move(TimeHistory known, boolean stamped) {
        List<Move> moves = known.moves();
        int next = moves.size();
        while (next > 0 && moves.get(next - 1).id() != lastMove) {
            next--;
        }
        for (Move move : moves.subList(next, moves.size())) {
            if (stamped) {
                follow(move);
            } else {
                mover.passOver(move);
            }
            lastMove = move.id();
        }
    }

    private void follow(Move move) {
        Mover.Moved moved = mover.move(move);
        restamped += moved.moved();
        if (moved.moved() > 0) {
            LOG.info("{} seconds since {} moved by {} s, because the clock was corrected", moved.moved(),
                    Instant.ofEpochSecond(move.from()), move.shiftSeconds());
        }
        if (moved.staying() > 0) {
            LOG.warn("{} seconds since {} stay where they are, though the clock was corrected by {} s: others are stored where "
                    + "they would belong", moved.staying(), Instant.ofEpochSecond(move.from()), move.shiftSeconds());
        }
    }

    /**
     * Brings what waits to its place, once that is known: whatever makes the clock trusted tells it of all that it stamped
     * before.
     */
    void settle(TimeHistory known) {
        if (part != null) {
            write();
        }
        if (held.isEmpty() || known.timelines().isEmpty() || !known.timelines().getLast().trusted()) {
            return;
        }
        // What has come last is in no table yet.
        stream.storePending();
        List<HeldLine> lines = held.lines();
        Timeline first = known.timelines().getFirst();
        Begin next = new Begin(first.startSecond(), first.shiftSeconds(), first.id() > 0);
        for (int i = lines.size() - 1; i >= 0; i--) {
            HeldLine line = lines.get(i);
            Timeline timeline = known.timeline(line.timeline()).orElse(null);
            if (timeline == null) {
                next = estimated(line, next);
            } else {
                settle(line, timeline.shiftSeconds());
            }
        }
    }

    /**
     * What an earlier clock left, before a restart or a power cut. If that clock, wrong as it was, went on through it, the same
     * correction holds; otherwise all that is known is that it was before what came next, and there it is put.
     */
    private Begin estimated(HeldLine line, Begin next) {
        boolean wentOn = !next.trusted() && line.last() < next.second();
        long shift = wentOn ? next.shift() : next.second() + next.shift() - 1 - line.last();
        LOG.warn("{} seconds measured before a restart, while the clock was not set, are put {}: by estimate", line.seconds(),
                wentOn ? "where the correction found later has them" : "directly before it");
        settle(line, shift);
        return new Begin(line.first(), shift, false);
    }

    private void settle(HeldLine line, long shift) {
        long before = restamped;
        for (long done = 0; done < line.lastNumber(); done = part(line, shift)) {
            LOG.debug("{} is being settled", line);
        }
        LOG.info("{} of {} seconds that waited for the clock are stored, {} s from where they were stamped", restamped - before,
                line.seconds(), shift);
    }

    /** Settles the first part of what is left. @return the number up to which all is done */
    private long part(HeldLine line, long shift) {
        List<Commit.HeldRow> rows = tables.held(line.timeline(), ROWS);
        if (rows.isEmpty()) {
            held.settled(line.timeline(), line.lastNumber());
            return line.lastNumber();
        }
        List<Sample> samples = new ArrayList<>();
        rows.forEach(row -> decode(row, shift, samples));
        long number = rows.getLast().number();
        part = new Part(line.timeline(), number, samples);
        write();
        return number;
    }

    private static void decode(Commit.HeldRow row, long shift, List<Sample> samples) {
        HourImage image = new HourImage(row.hour());
        try {
            PacketCodec.decode(row.data(), image);
        } catch (CorruptBlockException e) {
            LOG.warn("{} seconds that waited for the clock are damaged and left out", row.seconds());
        }
        image.visit(0, HourImage.SECONDS, (second, total, l1, l2, l3) -> {
            long place = second + shift;
            if (place >= 0 && place / HourImage.SECONDS <= StreamWriter.MOST_HOUR) {
                samples.add(new Sample(place, total, l1, l2, l3));
            }
        });
    }

    private void write() {
        WriteResult result = importer.write(
                part.samples(), WriteMode.KEEP, new Commit().settled(part.timeline(), part.number()), true);
        restamped += result.taken();
        stream.skip(result.skipped());
        held.settled(part.timeline(), part.number());
        part = null;
    }
}
