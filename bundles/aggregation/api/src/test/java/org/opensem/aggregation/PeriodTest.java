package org.opensem.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Havana");

    private static Period day(String date, String zone) {
        return Period.of(PeriodKind.DAY, LocalDate.parse(date).atTime(12, 0).atZone(ZoneId.of(zone)));
    }

    /** T2: hours of a day as {@code start of the first, …}, lengths in minutes where they are not 60. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29, Europe/Berlin, 1380, 23, 60",
        "2026-10-25, Europe/Berlin, 1500, 25, 60",
        "2026-06-15, Europe/Berlin, 1440, 24, 60",
        "2026-03-08, America/New_York, 1380, 23, 60",
        "2026-11-01, America/New_York, 1500, 25, 60",
        "2026-10-04, Australia/Lord_Howe, 1410, 24, 30",
        "2026-04-05, Australia/Lord_Howe, 1470, 25, 30",
        "2026-06-15, Asia/Kathmandu, 1440, 24, 60",
        "2018-11-04, America/Sao_Paulo, 1380, 23, 60",
        "2018-02-17, America/Sao_Paulo, 1500, 25, 60",
        "2026-03-08, America/Havana, 1380, 23, 60",
        "2026-11-01, America/Havana, 1500, 25, 60",
        "2026-03-29, Atlantic/Azores, 1380, 23, 60",
        "2026-10-25, UTC, 1440, 24, 60"
    })
    void aLocalDayHasItsRealLengthAndHoursWithoutHoles(String date, String zone, long minutes, int hours, long shortest) {
        Period day = day(date, zone);
        assertThat(day.span().seconds()).isEqualTo(minutes * 60);
        assertThat(day.parts()).hasSize(hours);
        assertThat(day.parts().stream().mapToLong(Span::seconds).min()).hasValue(shortest * 60);
        withoutHoles(day, day.parts());
    }

    private static void withoutHoles(Period period, List<Span> parts) {
        assertThat(parts.getFirst().start()).isEqualTo(period.start());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).start()).isEqualTo(parts.get(i - 1).end());
        }
        assertThat(parts.getLast().end()).isEqualTo(period.end());
        assertThat(parts.stream().mapToLong(Span::seconds).sum()).isEqualTo(period.span().seconds());
    }

    @Test
    void hourTwoComesTwiceInAutumnWithTwoOffsets() {
        List<Span> hours = day("2026-10-25", "Europe/Berlin").parts();
        assertThat(hours.get(2).start()).hasToString("2026-10-25T02:00+02:00[Europe/Berlin]");
        assertThat(hours.get(3).start()).hasToString("2026-10-25T02:00+01:00[Europe/Berlin]");
        assertThat(hours.get(4).start()).hasToString("2026-10-25T03:00+01:00[Europe/Berlin]");
        Period second = Period.of(PeriodKind.HOUR, hours.get(3).start().plusMinutes(59));
        assertThat(second.start()).isEqualTo(hours.get(3).start());
        assertThat(second.previous().start()).isEqualTo(hours.get(2).start());
    }

    @Test
    void theHourOfLordHowesHalfHourChangeIsSplitWhereTheOffsetChanges() {
        List<Span> autumn = day("2026-04-05", "Australia/Lord_Howe").parts();
        assertThat(autumn.get(1).start().toOffsetDateTime()).hasToString("2026-04-05T01:00+11:00");
        assertThat(autumn.get(2).start().toOffsetDateTime()).hasToString("2026-04-05T01:30+10:30");
        assertThat(autumn.get(2).seconds()).isEqualTo(1800);
        assertThat(autumn.get(3).start().toOffsetDateTime()).hasToString("2026-04-05T02:00+10:30");
        List<Span> spring = day("2026-10-04", "Australia/Lord_Howe").parts();
        assertThat(spring.get(2).start().toOffsetDateTime()).hasToString("2026-10-04T02:30+11:00");
        assertThat(spring.get(2).seconds()).isEqualTo(1800);
    }

    @Test
    void aWeekRunsFromMondayToSundayInEveryLanguage() {
        Period week = Period.of(PeriodKind.WEEK, LocalDate.of(2026, 11, 22).atTime(23, 59).atZone(BERLIN));
        assertThat(week.start().toLocalDate()).isEqualTo("2026-11-16");
        assertThat(week.end().toLocalDate()).isEqualTo("2026-11-23");
        assertThat(week.parts()).hasSize(7);
    }

    @Test
    void monthAndYearAreCalendarOnes() {
        ZonedDateTime at = LocalDate.of(2028, 2, 29).atTime(8, 0).atZone(BERLIN);
        assertThat(Period.of(PeriodKind.MONTH, at).parts()).hasSize(29);
        assertThat(Period.of(PeriodKind.YEAR, at).parts()).hasSize(12);
        assertThat(Period.of(PeriodKind.MONTH, at).next().start().toLocalDate()).isEqualTo("2028-03-01");
        assertThat(Period.of(PeriodKind.YEAR, at).previous().start().toLocalDate()).isEqualTo("2027-01-01");
        // March has a 23-hour day, so a second is missing from 31 x 24 h.
        assertThat(Period.of(PeriodKind.MONTH, at.plusMonths(1)).span().seconds()).isEqualTo(31 * 86_400 - 3_600);
    }

    @Test
    void anHourHasSixtyMinutesOrFourQuarters() {
        Period hour = Period.of(PeriodKind.HOUR, LocalDate.of(2026, 11, 22).atTime(13, 20).atZone(BERLIN));
        assertThat(hour.start().toLocalTime()).isEqualTo("13:00");
        assertThat(hour.partKind()).isNull();
        assertThat(hour.parts()).hasSize(60).allMatch(span -> span.seconds() == 60);
        assertThat(hour.slices(900)).hasSize(4);
        assertThat(hour.slices(1000).getLast().seconds()).isEqualTo(600);
    }

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void periodsFollowOneAnotherThroughTwoYearsInEveryKindOfZone(PeriodKind kind) {
        for (String zone : ZONES) {
            ZonedDateTime end = LocalDate.of(2027, 1, 5).atStartOfDay(ZoneId.of(zone));
            Period period = Period.of(kind, LocalDate.of(2025, 1, 1).atStartOfDay(ZoneId.of(zone)));
            while (period.start().isBefore(end)) {
                Period next = period.next();
                assertThat(next.start()).isEqualTo(period.end());
                assertThat(next.previous()).isEqualTo(period);
                assertThat(Period.of(kind, period.end().minusSeconds(1))).isEqualTo(period);
                if (kind != PeriodKind.HOUR || period.span().seconds() != 3_600) {
                    withoutHoles(period, period.parts());
                }
                period = next;
            }
        }
    }

    @Test
    void aPeriodBeginsAtItsBeginning() {
        ZonedDateTime noon = LocalDate.of(2026, 11, 22).atTime(12, 0).atZone(BERLIN);
        assertThatThrownBy(() -> new Period(PeriodKind.DAY, noon)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Period(PeriodKind.HOUR, noon).start()).isEqualTo(noon);
    }
}
