package org.opensem.web.home.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.PeriodKind;

/** T4: what was not measured is said, from when to when; what has not come yet, or lies before the first measurement, is not. */
class GapsTest {
    private final Words words = new Words(Locale.GERMANY);

    private String note(House house, PeriodKind kind, String day) {
        Shot shot = house.read(kind, day);
        return words.missing(shot.missing(), shot.figures().period());
    }

    @Test
    void oneGapIsToldWithItsTimes() {
        House house = new House("2026-11-19T20:47:12").measured("2026-11-01T00:00:00", "2026-11-19T03:12:00")
                .measured("2026-11-19T03:41:00", "2026-11-19T20:47:12");

        assertThat(note(house, PeriodKind.DAY, "2026-11-19T00:00:00")).isEqualTo("29\u00a0min ohne Messwerte, 03:12–03:41");
        assertThat(note(house, PeriodKind.HOUR, "2026-11-19T03:00:00")).isEqualTo("29\u00a0min ohne Messwerte, 03:12–03:41");
        assertThat(note(house, PeriodKind.MONTH, "2026-11-19T00:00:00")).isEqualTo("29\u00a0min ohne Messwerte");
        assertThat(note(house, PeriodKind.DAY, "2026-11-18T00:00:00")).isEmpty();
    }

    @Test
    void aGapOverHoursIsOne() {
        House house = new House("2026-11-19T20:47:12").measured("2026-11-18T00:00:00", "2026-11-19T03:12:30")
                .measured("2026-11-19T06:00:40", "2026-11-19T20:47:12");

        assertThat(note(house, PeriodKind.DAY, "2026-11-19T00:00:00"))
                .isEqualTo("2\u00a0h 48\u00a0min ohne Messwerte, 03:12–06:00");
    }

    @Test
    void severalGapsAreCounted() {
        House house = new House("2026-11-19T20:47:12").measured("2026-11-18T00:00:00", "2026-11-19T03:00:10")
                .measured("2026-11-19T03:00:40", "2026-11-19T04:00:00").measured("2026-11-19T04:00:12", "2026-11-19T20:47:12");

        assertThat(note(house, PeriodKind.DAY, "2026-11-19T00:00:00")).isEqualTo("42\u00a0s ohne Messwerte, 2 Lücken");
    }

    @Test
    void aShortGapHasItsSecond() {
        House house = new House("2026-11-19T20:47:12").measured("2026-11-18T00:00:00", "2026-11-19T03:00:10")
                .measured("2026-11-19T03:00:13", "2026-11-19T20:47:12");

        assertThat(note(house, PeriodKind.DAY, "2026-11-19T00:00:00")).startsWith("3\u00a0s ohne Messwerte, 03:00:");
    }

    @Test
    void whatIsOnItsWayThroughTheStoreIsNotMissing() {
        House house = new House("2026-11-19T20:47:12").measured("2026-11-18T00:00:00", "2026-11-19T20:47:00");

        assertThat(note(house, PeriodKind.DAY, "2026-11-19T00:00:00")).isEmpty();
    }

    @Test
    void aMeterThatFellSilentIsMissedFromThenOn() {
        House house = new House("2026-11-19T20:01:30").measured("2026-11-18T00:00:00", "2026-11-19T20:00:40");

        assertThat(note(house, PeriodKind.DAY, "2026-11-19T00:00:00")).isEqualTo("30\u00a0s ohne Messwerte, 20:00:40");
    }

    @Test
    void beforeTheFirstMeasurementNothingIsMissing() {
        House house = new House("2026-11-19T20:47:12").measured("2026-11-19T14:20:00", "2026-11-19T20:47:12");

        assertThat(note(house, PeriodKind.DAY, "2026-11-19T00:00:00")).isEmpty();
        assertThat(note(house, PeriodKind.YEAR, "2026-11-19T00:00:00")).isEmpty();
    }

    @Test
    void aDayWithoutAnythingIsMissingAsAWhole() {
        House house = new House("2026-11-19T20:47:12").measured("2026-11-16T00:00:00", "2026-11-17T00:00:00")
                .measured("2026-11-18T00:00:00", "2026-11-19T20:47:12");

        assertThat(note(house, PeriodKind.DAY, "2026-11-17T12:00:00")).isEqualTo("24\u00a0h ohne Messwerte, 00:00–24:00");
    }
}
