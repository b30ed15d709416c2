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
import org.opensem.web.Unit;
import org.opensem.web.home.HomeFigures;

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

    private static Place at(PeriodKind kind, ZonedDateTime instant) {
        return Place.TODAY.at(Period.of(kind, instant), NOW);
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
            Place place = at(kind, House.at("2025-10-26T02:30:00")).in(Unit.CO2).with("solar", Map.of("roof", "south"));
            assertThat(Place.of(place.state(), House.BERLIN).period(NOW)).isEqualTo(place.period(NOW));
            assertThat(Place.of(place.state(), House.BERLIN)).isEqualTo(place);
        }
    }

    @Test
    void theUnitIsInTheAddressOnceItWasChosen() {
        assertThat(read("unit", "co2").unit()).contains(Unit.CO2);
        assertThat(read("unit", "miles").unit()).isEmpty();
        assertThat(Place.TODAY.state()).doesNotContainKey("unit");
        assertThat(read("period", "week").in(Unit.ENERGY).state()).isEqualTo(Map.of("period", "week", "unit", "kwh"));
    }

    @Test
    void theUnitAndThePanelsStateStayOnTheWay() {
        Place place = read("unit", "kwh", "solar.roof", "south", "date", "2026-11-05");

        assertThat(place.change(PeriodKind.MONTH, NOW).state()).containsEntry("unit", "kwh").containsEntry("solar.roof", "south");
        assertThat(place.pick(LocalDate.of(2026, 11, 2), NOW).state()).containsEntry("unit", "kwh");
        assertThat(place.at(Period.of(PeriodKind.YEAR, NOW), NOW).state()).containsEntry("solar.roof", "south");
        assertThat(place.with("solar", Map.of("tilt", "30")).of("solar")).as("nothing old is left").isEqualTo(Map.of("tilt", "30"));
    }

    @Test
    void theTwoHoursOfAnAutumnNightHaveTwoAddresses() {
        ZonedDateTime first = House.at("2026-10-25T02:00:00").withEarlierOffsetAtOverlap();
        Place one = at(PeriodKind.HOUR, first);
        Place two = at(PeriodKind.HOUR, first.plusHours(1));

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
        assertThat(read("period", "week", "date", "31.12.2026").anchor()).isEqualTo(Optional.empty());
        assertThat(read("period", "week", "date", "31.12.2026").kind()).isEqualTo(PeriodKind.WEEK);
    }

    @Test
    void theFutureIsNotShown() {
        assertThat(read("date", "2027-01-01").period(NOW).start()).isEqualTo(House.at("2026-11-19T00:00:00"));
    }

    @Test
    void aBarOpensItsOwnPeriod() {
        House house = new House("2026-11-19T20:47:12").measured("2026-01-01T00:00:00", "2026-11-19T20:47:12");
        HomeFigures year = house.show(PeriodKind.YEAR, "2026-11-19T00:00:00", Unit.COST);

        assertThat(HistoryPanel.opened(year, 9)).contains(Period.of(PeriodKind.MONTH, House.at("2026-10-01T00:00:00")));
        assertThat(HistoryPanel.opened(year, 11)).as("yet to come").isEmpty();
        assertThat(HistoryPanel.opened(year, 12)).isEmpty();
        assertThat(HistoryPanel.opened(house.show(PeriodKind.HOUR, "2026-11-19T03:00:00", Unit.COST), 3))
                .as("nothing smaller").isEmpty();
    }

    @Test
    void anotherKindIsAroundNowIfNowIsShownElseAtTheStart() {
        assertThat(at(PeriodKind.MONTH, NOW).change(PeriodKind.DAY, NOW)).isEqualTo(Place.TODAY);
        assertThat(at(PeriodKind.MONTH, NOW.minusMonths(1)).change(PeriodKind.DAY, NOW).state()).containsEntry("date", "2026-10-01");
    }

    @Test
    void theCalendarPicksADayOfTheSameKind() {
        assertThat(read("period", "week").pick(LocalDate.of(2026, 11, 5), NOW).period(NOW).start())
                .isEqualTo(House.at("2026-11-02T00:00:00"));
        assertThat(at(PeriodKind.HOUR, NOW).pick(LocalDate.of(2026, 11, 5), NOW).kind()).isEqualTo(PeriodKind.DAY);
    }
}
