package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.Figures;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.testkit.InMemorySampleStore;

/** The quarter-hours outlive their seconds (G6). */
class FrozenTest {
    private static final String DAY = "2026-10-01T00:00:00Z";
    private static final long FROM = House.at(DAY);

    private final House house = new House();
    private long keptFrom = Long.MIN_VALUE;

    @BeforeEach
    void aDayWhoseSecondsWent() {
        house.zone("UTC");
        house.store = new InMemorySampleStore(1, () -> keptFrom);
        house.write(DAY, "2026-10-01T13:07:30Z", House.phases(1_000, 2_000, 3_000)).settle();
        house.write(DAY.replace("-01T", "-03T"), "2026-10-04T00:00:00Z", House.phases(10, 20, 30)).settle();
        house.follower().save();
        house.settle();
        keptFrom = House.at("2026-10-02T00:00:00Z");
        house.store.retain();
        assertThat(house.store.status().oldest()).hasValue(House.at("2026-10-03T00:00:00Z"));
    }

    private Figures slot(String time) {
        return house.snapshot().index().sum(House.at(time), House.at(time) + 900);
    }

    @Test
    void theIntervalsStayWhenTheSecondsGo() {
        house.settle();
        assertThat(slot("2026-10-01T12:00:00Z").energy().imported()).isEqualTo(900 * 6_000);
        house.crash().settle();
        assertThat(slot("2026-10-01T12:00:00Z").energy().imported()).isEqualTo(900 * 6_000);
    }

    @Test
    void aLateImportFillsAnEmptyQuarterHour() {
        WriteResult result = house.store.write(
                House.seconds("2026-10-01T20:00:00Z", "2026-10-01T20:15:00Z", House.phases(500, 0, 0)), WriteMode.KEEP);
        assertThat(result.derivedOnly()).isEqualTo(900);
        house.settle();
        assertThat(slot("2026-10-01T20:00:00Z").energy().imported()).isEqualTo(900 * 500);
        house.store.retain();
        house.settle();
        assertThat(slot("2026-10-01T20:00:00Z").energy().imported()).isEqualTo(900 * 500);
    }

    @Test
    void theBetterCoveredIntervalWins() {
        List<Sample> fewer =
                House.seconds("2026-10-01T12:00:00Z", "2026-10-01T12:14:59Z", House.phases(7, 7, 7));
        house.write(fewer).settle();
        assertThat(slot("2026-10-01T12:00:00Z").energy().imported()).isEqualTo(900 * 6_000);
        // 13:00 had 450 seconds.
        house.write("2026-10-01T13:00:00Z", "2026-10-01T13:07:31Z", House.phases(7, 7, 7)).settle();
        assertThat(slot("2026-10-01T13:00:00Z").energy().imported()).isEqualTo(451 * 21);
        assertThat(slot("2026-10-01T13:00:00Z").coveredSeconds()).isEqualTo(451);
    }

    @Test
    void theBaseLoadOfADayWhoseSecondsWentStays() {
        long base = slot("2026-10-01T12:00:00Z").energy().base();
        assertThat(base).isEqualTo(900 * 6_000);
        house.write("2026-10-01T20:00:00Z", "2026-10-01T23:00:00Z", House.phases(1, 1, 1)).settle();
        assertThat(slot("2026-10-01T12:00:00Z").energy().base()).isEqualTo(base);
        assertThat(house.snapshot().levels(new LocalDays(house.clock.zone()).dayOf(FROM)))
                .isEqualTo(new BaseLevels(1_000, 2_000, 3_000, 6_000));
        assertThat(slot("2026-10-01T20:00:00Z").energy().base()).isEqualTo(900 * 3);
    }

    @Test
    void aWholeDayImportedLateIsComputedLikeAnyOther() {
        house.write("2026-09-20T00:00:00Z", "2026-09-21T00:00:00Z", House.phases(4_000, 0, -1_000)).settle();
        house.store.retain();
        house.settle();
        Figures day = house.snapshot().index().sum(House.at("2026-09-20T00:00:00Z"), House.at("2026-09-21T00:00:00Z"));
        assertThat(day.coveredSeconds()).isEqualTo(86_400);
        assertThat(day.energy().imported()).isEqualTo(86_400L * 3_000);
        assertThat(day.energy().base()).isEqualTo(86_400L * 3_000);
    }

    @Test
    void computingAllAnewTouchesOnlyWhatIsStored() {
        house.crash();
        InMemorySampleStore other = new InMemorySampleStore(99, () -> keptFrom);
        other.write(House.seconds("2026-10-03T12:00:00Z", "2026-10-04T00:00:00Z", House.phases(1, 2, 3)), WriteMode.KEEP);
        house.store = other;
        house.settle();
        assertThat(slot("2026-10-01T12:00:00Z").energy().imported()).isEqualTo(900 * 6_000);
        assertThat(slot("2026-10-03T11:45:00Z").energy().imported()).isEqualTo(900 * 60);
        assertThat(slot("2026-10-03T12:00:00Z").energy().imported()).isEqualTo(900 * 6);
    }

    @Test
    void whatWasCommittedIsAcknowledgedAfterAWhileSoThatAnImportInPartsFindsItsBeginning() throws InterruptedException {
        Follower patient = new Follower(house.store, house.store, house.clock, house.tables, Duration.ofHours(1));
        for (int part = 0; part < 4; part++) {
            long from = House.at("2026-09-20T00:00:00Z") + part * 1_300;
            house.write(House.seconds(from, from + 1_300, House.total(1_000)));
            patient.round(Duration.ZERO, () -> false);
            patient.save();
            patient.round(Duration.ZERO, () -> false);
            house.store.retain();
        }
        long from = House.at("2026-09-20T00:00:00Z");
        assertThat(patient.snapshot().index().sum(from, from + 5_400).coveredSeconds()).isEqualTo(5_200);
    }

    @Test
    void secondsThatTheFollowerHasNotSeenAreKeptForIt() {
        house.crash();
        house.write("2026-09-20T00:00:00Z", "2026-09-20T01:00:00Z", House.total(4_000));
        house.store.retain();
        house.settle();
        assertThat(slot("2026-09-20T00:45:00Z").energy().imported()).isEqualTo(900 * 4_000);
    }
}
