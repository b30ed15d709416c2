package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.metering.Sample;
import org.opensem.store.SampleStore;

/** The same figures in the plainest possible way from all the seconds of a store, every day being over. */
final class Oracle {
    private final TreeMap<Long, Sample> seconds = new TreeMap<>();
    private final ZoneId zone;
    private final TreeMap<LocalDate, long[]> levels = new TreeMap<>();

    Oracle(SampleStore store, ZoneId zone) {
        this.zone = zone;
        store.read(0, Long.MAX_VALUE, (s, total, l1, l2, l3) -> seconds.put(s, new Sample(s, total, l1, l2, l3)));
        levels();
    }

    /** What a house shows is what its store says. */
    static void assertExact(House house) {
        Oracle oracle = new Oracle(house.store, house.clock.zone());
        List<Interval> intervals = new ArrayList<>();
        house.snapshot().index().forEach(0, Long.MAX_VALUE, intervals::add);
        assertThat(intervals).isEqualTo(oracle.intervals());
        Map<LocalDate, List<Integer>> levels = new TreeMap<>();
        house.snapshot().bases().forEach((day, base) -> {
            BaseLevels b = base.levels();
            levels.put(LocalDate.ofEpochDay(day), List.of(b.l1(), b.l2(), b.l3(), b.total()));
        });
        assertThat(levels).isEqualTo(oracle.baseLevels());
    }

    private LocalDate day(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(second, 900) * 900), zone);
    }

    private void levels() {
        TreeMap<LocalDate, Map<Long, List<Sample>>> byDay = new TreeMap<>();
        TreeMap<Long, List<Sample>> minutes = new TreeMap<>();
        seconds.forEach((second, sample) -> minutes.computeIfAbsent(second / 60, m -> new ArrayList<>()).add(sample));
        minutes.forEach((minute, samples) -> byDay.computeIfAbsent(day(minute * 60), d -> new TreeMap<>()).put(minute, samples));
        long[] lastPhases = null;
        Long lastTotal = null;
        for (Map.Entry<LocalDate, Map<Long, List<Sample>>> day : byDay.entrySet()) {
            List<List<Long>> medians = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            day.getValue().values().forEach(minute -> minute(minute, medians));
            long[] own = {quantile(medians.get(0)), quantile(medians.get(1)), quantile(medians.get(2)), quantile(medians.get(3))};
            long[] used = own.clone();
            if (medians.get(0).size() >= 720) {
                lastPhases = own;
            } else if (lastPhases != null) {
                System.arraycopy(lastPhases, 0, used, 0, 3);
            }
            if (medians.get(3).size() >= 720) {
                lastTotal = own[3];
            } else if (lastTotal != null) {
                used[3] = lastTotal;
            }
            levels.put(day.getKey(), used);
        }
    }

    private static void minute(List<Sample> minute, List<List<Long>> medians) {
        if (minute.size() < 30) {
            return;
        }
        long total = median(minute.stream().map(s -> (long) s.totalMilliwatts()).toList());
        if (total < 0) {
            return;
        }
        medians.get(3).add(total);
        List<Sample> phased = minute.stream().filter(Sample::hasPhases).toList();
        if (phased.size() >= 30) {
            medians.get(0).add(median(phased.stream().map(s -> (long) s.l1Milliwatts()).toList()));
            medians.get(1).add(median(phased.stream().map(s -> (long) s.l2Milliwatts()).toList()));
            medians.get(2).add(median(phased.stream().map(s -> (long) s.l3Milliwatts()).toList()));
        }
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : Math.floorDiv(sorted.get(n / 2 - 1) + sorted.get(n / 2), 2);
    }

    private static long quantile(List<Long> values) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return Math.max(0, sorted.get((int) Math.ceil(sorted.size() / 100.0) - 1));
    }

    /** Milliwatts of L1, L2, L3 and total by day. */
    Map<LocalDate, List<Integer>> baseLevels() {
        Map<LocalDate, List<Integer>> all = new TreeMap<>();
        levels.forEach((day, b) -> all.put(day, List.of((int) b[0], (int) b[1], (int) b[2], (int) b[3])));
        return all;
    }

    List<Interval> intervals() {
        Map<Long, List<Sample>> slots = new TreeMap<>();
        seconds.forEach((second, sample) -> slots.computeIfAbsent(second / 900 * 900, s -> new ArrayList<>()).add(sample));
        List<Interval> intervals = new ArrayList<>();
        slots.forEach((slot, samples) -> intervals.add(new Interval(slot, figures(samples))));
        return intervals;
    }

    /** Of the stored seconds in {@code [from, to)}. */
    Figures figures(long from, long to) {
        return figures(new ArrayList<>(seconds.subMap(from, to).values()));
    }

    private Figures figures(List<Sample> samples) {
        if (samples.isEmpty()) {
            return Figures.NONE;
        }
        long in = 0;
        long out = 0;
        long[] phases = new long[3];
        long phased = 0;
        long sumOfBase = 0;
        Sample min = samples.getFirst();
        Sample max = samples.getFirst();
        long slot = -1;
        long[] b = null;
        for (Sample s : samples) {
            if (s.epochSecond() / 900 != slot) {
                slot = s.epochSecond() / 900;
                b = levels.get(day(s.epochSecond()));
            }
            long drawn = Math.max((long) s.totalMilliwatts(), 0);
            in += drawn;
            out += Math.max(-(long) s.totalMilliwatts(), 0);
            long base = Math.min(drawn, b[3]);
            if (s.hasPhases()) {
                base = 0;
                long[] powers = {s.l1Milliwatts(), s.l2Milliwatts(), s.l3Milliwatts()};
                for (int i = 0; i < 3; i++) {
                    phases[i] += Math.max(powers[i], 0);
                    base += Math.min(Math.max(powers[i], 0), b[i]);
                }
                phased += drawn;
                base = Math.min(base, drawn);
            }
            sumOfBase += base;
            min = s.totalMilliwatts() < min.totalMilliwatts() ? s : min;
            max = s.totalMilliwatts() > max.totalMilliwatts() ? s : max;
        }
        Energy energy = new Energy(in, out, phases[0], phases[1], phases[2], phased, sumOfBase);
        return new Figures(
                samples.size(), energy, new Extreme(min.totalMilliwatts(), min.epochSecond()),
                new Extreme(max.totalMilliwatts(), max.epochSecond()));
    }
}
