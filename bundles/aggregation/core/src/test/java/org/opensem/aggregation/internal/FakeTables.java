package org.opensem.aggregation.internal;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.opensem.aggregation.Interval;

/** Tables in memory, which fail when they are told to. */
final class FakeTables implements FigureTables {
    enum Failure {
        NONE,
        /** The transaction is rolled back. */
        BEFORE,
        /** The machine dies after the commit: it is stored, but nobody hears of it. */
        AFTER
    }

    private IntervalIndex index = IntervalIndex.EMPTY;
    private NavigableMap<Long, DayBase> bases = new TreeMap<>();
    private Overlay overlay = Overlay.NONE;
    private Position overlayPosition = Position.NONE;
    private Position position = Position.NONE;
    private Failure next = Failure.NONE;
    private int commits;

    void failNext(Failure failure) {
        next = failure;
    }

    /** A program that knows no marks commits, and nothing else. */
    void leaveOverlayBehind() {
        overlayPosition = Position.NONE;
    }

    Overlay overlay() {
        return overlay;
    }

    int commits() {
        return commits;
    }

    Position position() {
        return position;
    }

    @Override
    public Saved load() {
        return new Saved(index, bases, overlay, overlayPosition.equals(position), position);
    }

    @Override
    public void commit(
            Collection<Interval> intervals, Map<Long, DayBase> newBases, Overlay.Changes changes, Position newPosition) {
        Failure failure = next;
        next = Failure.NONE;
        if (failure == Failure.BEFORE) {
            throw new IllegalStateException("the disk is full");
        }
        index = index.with(intervals);
        bases = new TreeMap<>(bases);
        bases.putAll(newBases);
        bases.values().removeIf(Objects::isNull);
        overlay = overlay.with(changes);
        position = newPosition;
        overlayPosition = newPosition;
        commits++;
        if (failure == Failure.AFTER) {
            throw new IllegalStateException("the power went");
        }
    }
}
