package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Interval;
import org.opensem.metering.Sample;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.MarkedSeconds;
import org.opensem.store.WriteMode;
import org.opensem.testkit.InMemorySampleStore;

/** G7, G6: marks over quarter-hours whose seconds are no longer kept, and marks that outlive the seconds. */
class FrozenMarksTest {
    private static final String DAY = "2026-10-01T00:00:00Z";
    private static final String NEXT = "2026-10-02T00:00:00Z";
    private static final String KEPT = "2026-10-03T00:00:00Z";

    private final House house = new House().zone("UTC");
    private long keptFrom = Long.MIN_VALUE;

    @BeforeEach
    void twoDays() {
        house.store = new InMemorySampleStore(1, () -> keptFrom);
        house.write(House.wild(new Random(1), House.at(DAY), House.at(NEXT)));
        house.write(House.wild(new Random(2), House.at(KEPT), House.at(KEPT) + 86_400)).settle();
    }

    /** The seconds of the first day go. */
    private void freeze() {
        house.follower().save();
        house.settle();
        keptFrom = House.at(NEXT);
        house.store.retain();
        assertThat(house.store.status().oldest().orElseThrow()).isGreaterThanOrEqualTo(House.at(KEPT));
    }

    private InvalidRange mark(String from, String to) {
        return house.store.mark(House.at("2026-10-01T" + from + "Z"), House.at("2026-10-01T" + to + "Z"), "");
    }

    private void takeBack(InvalidRange mark) {
        house.store.takeBack(mark.id());
        house.settle();
    }

    /** Everything that is shown; also what a new process would show. */
    private List<Object> all() {
        List<Object> all = everything();
        house.follower().save();
        house.crash();
        assertThat(everything()).isEqualTo(all);
        house.settle();
        assertThat(everything()).isEqualTo(all);
        return all;
    }

    private List<Object> everything() {
        List<Object> all = new ArrayList<>();
        house.snapshot().index().forEach(0, Long.MAX_VALUE, all::add);
        all.add(new TreeMap<>(house.snapshot().bases()));
        return all;
    }

    private Figures shown(String from, String to) {
        return house.snapshot().index().sum(House.at("2026-10-01T" + from + "Z"), House.at("2026-10-01T" + to + "Z"));
    }

    @Test
    void aMarkThatTouchesAFrozenQuarterHourHidesItAsAWholeAndItComesBack() {
        freeze();
        List<Object> before = all();
        InvalidRange mark = mark("10:14:59", "10:31:00");
        house.settle();
        assertThat(shown("10:00:00", "10:45:00")).isEqualTo(Figures.NONE);
        assertThat(shown("09:45:00", "10:00:00").coveredSeconds()).isPositive();
        assertThat(shown("10:45:00", "11:00:00").coveredSeconds()).isPositive();
        assertThat(all()).isNotEqualTo(before);
        takeBack(mark);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aQuarterHourMarkedInPartKeepsItsRestWhenItsSecondsGoAndComesBackAsItWas() {
        List<Object> before = all();
        InvalidRange mark = mark("02:07:00", "13:31:00");
        house.settle();
        Figures part = shown("02:00:00", "02:15:00");
        assertThat(part.coveredSeconds()).isBetween(1L, 420L);
        List<Object> marked = all();
        freeze();
        assertThat(all()).isEqualTo(marked);
        takeBack(mark);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aFurtherMarkOnAFrozenQuarterHourAndItsTakingBackLeaveTheFirstAsItWas() {
        mark("02:07:00", "13:31:00");
        house.settle();
        freeze();
        List<Object> first = all();
        InvalidRange second = mark("02:01:00", "02:03:00");
        house.settle();
        assertThat(shown("02:00:00", "02:15:00")).isEqualTo(Figures.NONE);
        takeBack(second);
        assertThat(all()).isEqualTo(first);
    }

    @Test
    void ofTwoMarksOnAQuarterHourThatFrozeTheLastOneTakenBackBringsItBack() {
        List<Object> before = all();
        InvalidRange one = mark("02:01:00", "02:03:00");
        InvalidRange two = mark("02:07:00", "02:09:00");
        house.settle();
        freeze();
        assertThat(shown("02:00:00", "02:15:00").coveredSeconds()).isPositive();
        takeBack(one);
        assertThat(shown("02:00:00", "02:15:00")).as("what it would be without the second alone is not known")
                .isEqualTo(Figures.NONE);
        takeBack(two);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aWholeFrozenDayIsHiddenWithItsBaseLoad() {
        freeze();
        List<Object> before = all();
        InvalidRange mark = mark("00:00:00", "23:59:59");
        house.settle();
        long day = House.at(DAY) / 86_400;
        assertThat(house.snapshot().bases()).doesNotContainKey(day);
        assertThat(all()).isNotEqualTo(before);
        takeBack(mark);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aMarkOfDecadesHidesWhatIsFrozenToo() {
        freeze();
        List<Object> before = all();
        InvalidRange mark = house.store.mark(0, House.at("2040-01-01T00:00:00Z"), "");
        house.settle();
        assertThat(house.snapshot().index().sum(0, Long.MAX_VALUE)).isEqualTo(Figures.NONE);
        assertThat(house.snapshot().bases()).isEmpty();
        takeBack(mark);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aLateImportIntoAMarkedFrozenQuarterHourIsHiddenAndComesOutWithTheMark() {
        freeze();
        InvalidRange mark = mark("10:03:00", "10:20:00");
        house.settle();
        house.write("2026-10-01T10:00:00Z", "2026-10-01T10:15:00Z", House.phases(7, 7, 7)).settle();
        assertThat(shown("10:00:00", "10:15:00").coveredSeconds()).isEqualTo(180);
        house.settle().follower().save();
        house.settle();
        house.store.retain();
        assertThat(shown("10:00:00", "10:15:00").coveredSeconds()).isEqualTo(180);
        takeBack(mark);
        assertThat(shown("10:00:00", "10:15:00").energy().imported()).isEqualTo(900 * 21);
    }

    /** Beside a house without marks: whatever is marked when, in the end, with every mark taken back, nothing is different. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whateverIsMarkedAndWhateverGoesMeanwhileAllIsAsBeforeInTheEnd(int seed) {
        Random random = new Random(seed);
        long start = House.at(DAY);
        long[] kept = {Long.MIN_VALUE};
        House marked = new House();
        House twin = new House();
        InMemorySampleStore plain = new InMemorySampleStore();
        marked.store = new InMemorySampleStore(1, () -> kept[0]);
        twin.store = new InMemorySampleStore(1, () -> kept[0]);
        List<InvalidRange> marks = new ArrayList<>();
        Instant now = Instant.ofEpochSecond(start);
        for (int day = 0; day < 6; day++) {
            long begin = start + day * 86_400;
            for (List<Sample> part : ExactnessTest.chopped(random, House.wild(random, begin, begin + 86_400))) {
                for (InMemorySampleStore store : List.of(marked.store, twin.store, plain)) {
                    store.write(part, WriteMode.KEEP);
                }
                now = Instant.ofEpochSecond(part.getLast().epochSecond());
                marked.clock.set(now);
                twin.clock.set(now);
                twin.round();
                if (random.nextInt(3) == 0) {
                    long from = start + random.nextInt((day + 1) * 86_400);
                    marks.add(marked.store.mark(from, from + 1 + random.nextInt(1 << (4 + random.nextInt(13))), ""));
                } else if (!marks.isEmpty() && random.nextInt(3) == 0) {
                    marked.store.takeBack(marks.remove(random.nextInt(marks.size())).id());
                }
                marked.round();
                if (random.nextInt(9) == 0) {
                    marked.crash();
                }
            }
            settle(marked, twin);
            kept[0] = start + (day - 1) * 86_400;
            marked.store.retain();
            twin.store.retain();
            assertShown(marked, twin, plain, MarkedSeconds.of(marks), kept[0]);
        }
        assertThat(marks).isNotEmpty();
        marks.forEach(mark -> marked.store.takeBack(mark.id()));
        settle(marked, twin);
        assertThat(intervals(marked)).isEqualTo(intervals(twin));
        assertThat(marked.snapshot().bases()).isEqualTo(twin.snapshot().bases());
        assertThat(marked.tables.overlay().intervals()).isEmpty();
        assertThat(marked.tables.overlay().bases()).isEmpty();
    }

    private static void settle(House... houses) {
        for (House one : houses) {
            one.settle().follower().save();
            one.settle();
        }
    }

    private static Map<Long, Interval> intervals(House one) {
        Map<Long, Interval> intervals = new TreeMap<>();
        one.snapshot().index().forEach(0, Long.MAX_VALUE, interval -> intervals.put(interval.start(), interval));
        return intervals;
    }

    /**
     * A slot without a mark shows what it shows in the twin. One with a mark shows what its unmarked seconds say, and if these
     * are no longer kept it may be a gap. The base load apart, of which a frozen day keeps what it had.
     */
    private static void assertShown(House marked, House twin, InMemorySampleStore all, MarkedSeconds marks, long keptFrom) {
        Map<Long, Interval> shown = intervals(marked);
        Map<Long, Interval> whole = intervals(twin);
        whole.forEach((slot, interval) -> {
            Figures figures = shown.getOrDefault(slot, new Interval(slot, Figures.NONE)).figures();
            SlotSeconds seconds = new SlotSeconds(slot);
            all.read(slot, slot + 900, seconds::add);
            Figures rest = seconds.without(marks).interval(BaseLevels.NONE).figures();
            if (!marks.touches(slot, slot + 900)) {
                assertThat(withoutBase(figures)).isEqualTo(withoutBase(interval.figures()));
            } else if (slot >= keptFrom) {
                assertThat(withoutBase(figures)).isEqualTo(withoutBase(rest));
            } else {
                assertThat(withoutBase(figures)).isIn(withoutBase(rest), Figures.NONE);
            }
        });
        assertThat(shown.keySet()).isSubsetOf(whole.keySet());
    }

    private static Figures withoutBase(Figures f) {
        Energy e = f.energy();
        return new Figures(f.coveredSeconds(),
                new Energy(e.imported(), e.exported(), e.l1(), e.l2(), e.l3(), e.phased(), 0), f.min(), f.max());
    }
}
