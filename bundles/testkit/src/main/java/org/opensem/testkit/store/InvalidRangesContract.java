package org.opensem.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;
import org.opensem.store.ChangeLog.Change;
import org.opensem.store.InvalidRanges;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.RawSamples;
import org.opensem.store.SampleBuckets.Bucket;
import org.opensem.store.WriteMode;

/** What a store keeps to besides if ranges can be marked invalid in it (G7). */
public abstract class InvalidRangesContract extends SampleStoreContract {
    private static final long START = NOW - 7_200;

    protected abstract InvalidRanges marks();

    protected abstract RawSamples raw();

    @Test
    void g7MarkedSecondsAreAGapAndTheRawSecondsStay() {
        List<Sample> samples = random(START, START + 100, 1, 1);
        write(samples);
        InvalidRange mark = marks().mark(START + 10, START + 20, "meter exchanged");
        assertThat(marks().list()).containsExactly(mark);
        assertThat(mark.reason()).isEqualTo("meter exchanged");
        List<Sample> left = new ArrayList<>(samples);
        left.subList(10, 20).clear();
        assertThat(read(START, NOW)).isEqualTo(left);
        assertThat(readRaw(START, NOW)).isEqualTo(samples);
        assertThat(store().status().samples()).isEqualTo(100);
        Bucket bucket = buckets().buckets(START, START + 100, 100).getFirst();
        assertThat(bucket.coveredSeconds()).isEqualTo(90);

        assertThat(marks().takeBack(mark.id())).isTrue();
        assertThat(marks().list()).isEmpty();
        assertThat(read(START, NOW)).isEqualTo(samples);
        assertThat(marks().takeBack(mark.id())).isFalse();
    }

    @Test
    void g7WhatIsStoredInAMarkLaterIsAGapToo() {
        InvalidRange mark = marks().mark(START + 10, START + 20, "");
        List<Sample> samples = random(START, START + 30, 2, 1);
        write(samples);
        store().write(samples.subList(5, 25), WriteMode.REPLACE);
        assertThat(read(START, NOW)).hasSize(20);
        assertThat(readRaw(START, NOW)).isEqualTo(samples);
        marks().takeBack(mark.id());
        assertThat(read(START, NOW)).isEqualTo(samples);
    }

    @Test
    void g7ASecondCountsWhenNoMarkCoversIt() {
        write(random(START, START + 100, 3, 1));
        InvalidRange first = marks().mark(START + 10, START + 50, "a");
        InvalidRange second = marks().mark(START + 40, START + 60, "b");
        InvalidRange inside = marks().mark(START + 20, START + 30, "c");
        assertThat(marks().list()).containsExactly(first, inside, second);
        assertThat(read(START, NOW)).hasSize(50);
        marks().takeBack(first.id());
        assertThat(read(START, NOW)).hasSize(70);
        marks().takeBack(inside.id());
        marks().takeBack(second.id());
        assertThat(read(START, NOW)).hasSize(100);
    }

    @Test
    void g7AnIdIsNeverUsedAgain() {
        InvalidRange first = marks().mark(START, START + 1, "");
        marks().takeBack(first.id());
        InvalidRange second = marks().mark(START, START + 1, "");
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void g7MarksAreInTheChangeLogUpToTheNewestSecond() throws InterruptedException {
        write(random(START, START + 30, 4, 1));
        InvalidRange open = marks().mark(START + 20, NOW * 2, "until further notice");
        InvalidRange before = marks().mark(START - 5_000, START - 4_000, "");
        marks().mark(NOW, NOW + 10, "yet to come");
        marks().takeBack(before.id());
        marks().takeBack(open.id());
        assertThat(changes().after(1, 100, Duration.ZERO)).containsExactly(
                new Change(2, START + 20, START + 30), new Change(3, START - 5_000, START - 4_000),
                new Change(4, START - 5_000, START - 4_000), new Change(5, START + 20, START + 30));
    }

    @Test
    void g7NonsenseIsRefusedAndChangesNothing() {
        assertThatThrownBy(() -> marks().mark(START, START, "")).isInstanceOf(IllegalArgumentException.class);
        String longReason = "x".repeat(InvalidRanges.MOST_REASON);
        assertThatThrownBy(() -> marks().mark(START, NOW, longReason + "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(marks().list()).isEmpty();
        assertThat(marks().mark(START, NOW, longReason).reason()).isEqualTo(longReason);
    }

    @Test
    void g7ReadsAndBucketsUnderRandomMarksEqualBruteForce() {
        Random random = new Random(7);
        List<Sample> samples = random(START - 60_000, NOW, 8, 0.97);
        write(samples);
        List<InvalidRange> marked = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            if (marked.size() > 3 && random.nextInt(2) == 0) {
                marks().takeBack(marked.remove(random.nextInt(marked.size())).id());
            } else {
                // Some along minutes and hours, most of them not.
                long from = START - 70_000 + random.nextInt(80_000);
                from -= random.nextInt(3) == 0 ? from % 60 : 0;
                from -= random.nextInt(8) == 0 ? from % 3_600 : 0;
                long length = 1 + random.nextInt(1 << random.nextInt(15));
                marked.add(marks().mark(from, from + (random.nextInt(3) == 0 ? length * 60 % 20_000 + 60 : length), ""));
            }
            NavigableMap<Long, Sample> left = unmarked(samples, marked);
            assertThat(read(START - 70_000, NOW)).isEqualTo(List.copyOf(left.values()));
            int seconds = List.of(1, 7, 60, 87, 900, 3_600, 7_000, 90_000).get(random.nextInt(8));
            long from = START - 65_000 + random.nextInt(40_000);
            from -= random.nextInt(2) == 0 ? from % 60 : 0;
            long to = from + Math.min(1 + random.nextInt(60_000), 3_000L * seconds);
            assertThat(buckets().buckets(from, to, seconds)).as("[%d, %d) by %d without %s", from, to, seconds, marked)
                    .isEqualTo(BruteForce.buckets(left, from, to, seconds));
        }
        assertThat(readRaw(0, NOW * 2)).isEqualTo(samples);
    }

    private static NavigableMap<Long, Sample> unmarked(List<Sample> samples, List<InvalidRange> marks) {
        NavigableMap<Long, Sample> left = new TreeMap<>();
        samples.forEach(sample -> left.put(sample.epochSecond(), sample));
        marks.forEach(mark -> left.subMap(mark.from(), mark.to()).clear());
        return left;
    }

    /** All stored seconds. */
    protected final List<Sample> readRaw(long from, long to) {
        List<Sample> samples = new ArrayList<>();
        raw().readRaw(from, to, (second, total, l1, l2, l3) -> samples.add(new Sample(second, total, l1, l2, l3)));
        return samples;
    }
}
