package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;

/** H1, H3: the URL holds the place; drilling down and going back are only addresses. */
class PlaceTest {
    private static final ZonedDateTime NOW = House.at("2026-11-19T20:47:12");

    private static Place read(String... namesAndValues) {
        Map<String, String> state = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            state.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Place.of(state, House.BERLIN);
    }

    @Test
    void withoutADateItFollowsTheClock() {
        assertThat(read()).isEqualTo(Place.TODAY);
        assertThat(read().period(NOW).start()).isEqualTo(House.at("2026-11-19T00:00:00"));
        assertThat(read().period(NOW.plusDays(1)).start()).isEqualTo(House.at("2026-11-20T00:00:00"));
    }

    @Test
    void readsItsOwnAddresses() {
        for (PeriodKind kind : PeriodKind.values()) {
            Place place = Place.at(Period.of(kind, House.at("2025-10-26T02:30:00")), NOW);
            assertThat(Place.of(place.state(), House.BERLIN).period(NOW)).isEqualTo(place.period(NOW));
        }
    }

    @Test
    void theTwoHoursOfAnAutumnNightHaveTwoAddresses() {
        ZonedDateTime first = House.at("2026-10-25T02:00:00").withEarlierOffsetAtOverlap();
        Place one = Place.at(Period.of(PeriodKind.HOUR, first), NOW);
        Place two = Place.at(Period.of(PeriodKind.HOUR, first.plusHours(1)), NOW);

        assertThat(one.state()).containsEntry("date", "2026-10-25T02:00+02:00");
        assertThat(two.state()).containsEntry("date", "2026-10-25T02:00+01:00");
        assertThat(Place.of(two.state(), House.BERLIN).period(NOW).start()).isEqualTo(first.plusHours(1));
    }

    @Test
    void aPlusThatArrivesAsABlankIsUnderstood() {
        assertThat(read("period", "hour", "date", "2026-11-18T13:00 01:00").period(NOW).start())
                .isEqualTo(House.at("2026-11-18T13:00:00"));
    }

    @Test
    void nonsenseIsToday() {
        assertThat(read("period", "aeon")).isEqualTo(Place.TODAY);
        assertThat(read("period", "week", "date", "31.12.2026")).isEqualTo(new Place(PeriodKind.WEEK, Optional.empty()));
    }

    @Test
    void theFutureIsNotShown() {
        assertThat(read("date", "2027-01-01").period(NOW).start()).isEqualTo(House.at("2026-11-19T00:00:00"));
    }

    @Test
    void aBarOpensItsOwnPeriod() {
        Period year = Period.of(PeriodKind.YEAR, NOW);

        assertThat(Place.open(year, House.at("2026-10-01T00:00:00"), NOW).orElseThrow().period(NOW))
                .isEqualTo(Period.of(PeriodKind.MONTH, House.at("2026-10-01T00:00:00")));
        assertThat(Place.open(year, House.at("2026-12-01T00:00:00"), NOW)).as("yet to come").isEmpty();
        assertThat(Place.open(Period.of(PeriodKind.HOUR, NOW), NOW, NOW)).as("nothing smaller").isEmpty();
    }

    @Test
    void anotherKindIsAroundNowIfNowIsShownElseAtTheStart() {
        Period november = Period.of(PeriodKind.MONTH, NOW);
        Period october = november.previous();

        assertThat(Place.change(november, PeriodKind.DAY, NOW)).isEqualTo(Place.TODAY);
        assertThat(Place.change(october, PeriodKind.DAY, NOW).state()).containsEntry("date", "2026-10-01");
    }

    @Test
    void theCalendarPicksADayOfTheSameKind() {
        assertThat(Place.pick(PeriodKind.WEEK, LocalDate.of(2026, 11, 5), NOW).period(NOW).start())
                .isEqualTo(House.at("2026-11-02T00:00:00"));
        assertThat(Place.pick(PeriodKind.HOUR, LocalDate.of(2026, 11, 5), NOW).kind()).isEqualTo(PeriodKind.DAY);
    }
}
