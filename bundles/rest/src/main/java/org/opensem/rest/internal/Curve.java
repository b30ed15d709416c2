package org.opensem.rest.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.store.SampleBuckets;

/**
 * A down-sampled curve of any range: from the seconds, and where they are no longer kept from the quarter-hours (G1).
 *
 * @param bucketSeconds length of the buckets; the last may be shorter
 */
record Curve(long from, long to, int bucketSeconds, List<Point> points) {

    /** A bucket. @param total null without coverage, as are the phases, also where the meter tells none */
    record Point(long start, double coverage, Band total, Band l1, Band l2, Band l3) {}

    /** Milliwatts; min and max are null where only the mean is known, of a phase's quarter-hours. */
    record Band(Integer min, double mean, Integer max) {}

    /** @param points most buckets, 1 or more */
    static Curve of(Services services, Corrected corrected, long from, long to, int points) {
        long seconds = Math.ceilDiv(to - from, points);
        long kept = keptFrom(services, from, to);
        if (from >= kept) {
            return fromSeconds(services, corrected, from, to, seconds);
        }
        // Nothing finer than a quarter-hour is known of a part of it, and all buckets are of one length.
        long length = Math.ceilDiv(seconds, Interval.SECONDS) * Interval.SECONDS;
        long split = Math.min(to, from + Math.ceilDiv(kept - from, length) * length);
        List<Point> all = new ArrayList<>(QuarterHours.points(corrected.energy(services.energy()).intervals(
                Math.floorDiv(from, Interval.SECONDS) * Interval.SECONDS, split), from, split, length));
        if (split < to) {
            all.addAll(fromSeconds(services, corrected, split, to, length).points);
        }
        return new Curve(from, to, Math.toIntExact(length), all);
    }

    /** Where the seconds begin, if something older than them is known in the range; else the range's start. */
    private static long keptFrom(Services services, long from, long to) {
        OptionalLong oldest = services.store().status().oldest();
        long kept = Math.min(to, oldest.orElse(to));
        if (kept <= from) {
            return from;
        }
        // The slot in which the seconds begin says nothing that they do not say.
        long slots = oldest.isPresent() ? Math.floorDiv(kept, Interval.SECONDS) * Interval.SECONDS : kept;
        boolean older = slots > from && !services.energy().intervals(from, slots).isEmpty();
        return older ? kept : from;
    }

    private static Curve fromSeconds(Services services, Corrected corrected, long from, long to, long seconds) {
        int length = Math.toIntExact(seconds);
        List<Point> points = new ArrayList<>();
        for (SampleBuckets.Bucket bucket : corrected.buckets(services.buckets(), from, to, length)) {
            long span = Math.min(length, to - bucket.start());
            points.add(new Point(bucket.start(), (double) bucket.coveredSeconds() / span, band(bucket.total()),
                    band(bucket.l1()), band(bucket.l2()), band(bucket.l3())));
        }
        return new Curve(from, to, length, points);
    }

    private static Band band(SampleBuckets.Figures figures) {
        return figures == null ? null : new Band(figures.min(), figures.mean(), figures.max());
    }

    /** Gathers quarter-hours in buckets; one that lies in two buckets is shared by time. */
    private static final class QuarterHours {
        private double covered;
        private double net;
        private double l1;
        private double l2;
        private double l3;
        private boolean phases;
        private int min = Integer.MAX_VALUE;
        private int max = Integer.MIN_VALUE;

        static List<Point> points(List<Interval> intervals, long from, long to, long length) {
            List<Point> points = new ArrayList<>();
            int first = 0;
            for (long start = from; start < to; start += length) {
                long end = Math.min(to, start + length);
                QuarterHours sum = new QuarterHours();
                while (first < intervals.size() && intervals.get(first).start() + Interval.SECONDS <= start) {
                    first++;
                }
                for (int i = first; i < intervals.size() && intervals.get(i).start() < end; i++) {
                    sum.add(intervals.get(i), start, end);
                }
                points.add(sum.point(start, end));
            }
            return points;
        }

        private void add(Interval interval, long start, long end) {
            Figures figures = interval.figures();
            if (figures.coveredSeconds() == 0) {
                return;
            }
            long overlap = Math.min(end, interval.start() + Interval.SECONDS) - Math.max(start, interval.start());
            double share = (double) overlap / Interval.SECONDS;
            Energy energy = figures.energy();
            covered += share * figures.coveredSeconds();
            net += share * (energy.imported() - energy.exported());
            l1 += share * energy.l1();
            l2 += share * energy.l2();
            l3 += share * energy.l3();
            phases |= EnergyParts.hasPhases(energy);
            min = Math.min(min, figures.min().milliwatts());
            max = Math.max(max, figures.max().milliwatts());
        }

        private Point point(long start, long end) {
            if (covered == 0) {
                return new Point(start, 0, null, null, null, null);
            }
            return new Point(start, covered / (end - start), new Band(min, net / covered, max),
                    phase(l1), phase(l2), phase(l3));
        }

        private Band phase(double energy) {
            return phases ? new Band(null, energy / covered, null) : null;
        }
    }
}
