package org.opensem.web.comparison.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.web.Unit;

/** V1: both periods stand in the URL; without them it is today and the same weekday one week before. */
class PlaceTest {
    private static final ZonedDateTime NOW = House.at("2026-11-19T20:47:12");

    private static Place place(Map<String, String> state) {
        return Place.of(state, House.BERLIN);
    }

    private static String start(Period period) {
        return period.start().toLocalDateTime() + " " + period.start().getOffset();
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2026-11-19T00:00 +01:00, 2026-11-12T00:00 +01:00",
        "week, 2026-11-16T00:00 +01:00, 2026-11-09T00:00 +01:00",
        "month, 2026-11-01T00:00 +01:00, 2026-10-01T00:00 +02:00",
        "year, 2026-01-01T00:00 +01:00, 2025-01-01T00:00 +01:00",
        "hour, 2026-11-19T20:00 +01:00, 2026-11-12T20:00 +01:00",
        "decade, 2026-11-19T00:00 +01:00, 2026-11-12T00:00 +01:00"
    })
    void theNaturalComparisonIsTheOneBefore_V1(String kind, String period, String comparison) {
        Place place = place(Map.of("period", kind));

        assertThat(start(place.period(NOW))).isEqualTo(period);
        assertThat(start(place.comparison(NOW))).isEqualTo(comparison);
    }

    @Test
    void aWeekBeforeIsSevenCalendarDaysAndNot168Hours_V1() {
        // On March 29 the clock was set forward: 168 hours before midnight of the 30th it was 23:00 on the 22nd.
        Place place = place(Map.of("date", "2026-03-30"));

        assertThat(start(place.comparison(NOW))).isEqualTo("2026-03-23T00:00 +01:00");
    }

    @Test
    void theUrlKeepsBothAndTheUnit() {
        Map<String, String> state = Map.of("period", "month", "date", "2026-09-01", "with", "2025-09-01", "unit", "kwh");
        Place place = place(state);

        assertThat(place.state()).isEqualTo(state);
        assertThat(start(place.comparison(NOW))).isEqualTo("2025-09-01T00:00 +02:00");
        assertThat(place.in(Unit.CO2).state()).containsEntry("unit", "co2").containsEntry("with", "2025-09-01");
        assertThat(place(Map.of("period", "day", "date", "yesterday", "with", "2026-13-01")).state()).isEqualTo(Map.of("period",
                "day"));
    }

    @Test
    void theComparisonFollowsThePeriodUntilItIsChosen() {
        Place place = place(Map.of());
        Place before = place.at(place.period(NOW).previous(), NOW);
        assertThat(before.state()).isEqualTo(Map.of("period", "day", "date", "2026-11-18"));
        assertThat(start(before.comparison(NOW))).isEqualTo("2026-11-11T00:00 +01:00");

        Place chosen = before.against(before.comparison(NOW).previous(), NOW);
        assertThat(chosen.state()).containsEntry("with", "2026-11-10");
        assertThat(start(chosen.at(chosen.period(NOW).previous(), NOW).comparison(NOW))).isEqualTo("2026-11-10T00:00 +01:00");
        assertThat(chosen.against(Period.of(PeriodKind.DAY, House.at("2026-11-11T00:00:00")), NOW).state())
                .doesNotContainKey("with");
    }

    @Test
    void aBarOpensBothParts_V1() {
        Place day = place(Map.of("date", "2026-11-18", "with", "2026-11-10", "unit", "kwh"));
        Place hour = day.open(House.at("2026-11-18T18:00:00"), House.at("2026-11-10T18:00:00"), NOW);

        assertThat(hour.state()).isEqualTo(Map.of("period", "hour", "date", "2026-11-18T18:00+01:00", "with",
                "2026-11-10T18:00+01:00",
                "unit", "kwh"));
        assertThat(place(hour.state())).isEqualTo(hour);
        Place natural = place(Map.of("period", "year")).open(House.at("2026-11-01T00:00:00"), House.at("2025-11-01T00:00:00"),
                NOW);
        assertThat(natural.state()).isEqualTo(Map.of("period", "month", "with", "2025-11-01"));
    }

    @Test
    void anotherKindIsAroundWhatIsShown() {
        assertThat(place(Map.of("date", "2026-08-20", "with", "2026-08-01")).change(PeriodKind.MONTH, NOW).state())
                .isEqualTo(Map.of("period", "month", "date", "2026-08-01"));
        assertThat(place(Map.of("period", "year")).change(PeriodKind.DAY, NOW).state()).isEqualTo(Map.of("period", "day"));
        assertThat(place(Map.of("period", "week")).pick(LocalDate.of(2026, 11, 8), House.BERLIN).start().toLocalDate())
                .isEqualTo("2026-11-02");
    }

    @Test
    void theFutureIsNotShown() {
        assertThat(start(place(Map.of("date", "2027-01-01", "with", "2027-01-01")).comparison(NOW)))
                .isEqualTo("2026-11-12T00:00 +01:00");
    }
}
