package org.opensem.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Dates and times by language (E2, T2). */
class DatesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
    private static final LocalTime EVENING = LocalTime.of(20, 47, 12);

    private final Dates german = Formats.of(Locale.GERMANY).dates();
    private final Dates british = Formats.of(Locale.UK).dates();
    private final Dates american = Formats.of(Locale.US).dates();

    @Test
    void datesFollowTheCountry() {
        assertThat(german.date(DAY)).isEqualTo("19.11.2026");
        assertThat(british.date(DAY)).isEqualTo("19/11/2026");
        assertThat(american.date(LocalDate.of(2026, 12, 31))).isEqualTo("12/31/2026");
    }

    @Test
    void titlesHaveALongAndABriefForm() {
        assertThat(german.full(DAY)).isEqualTo("Donnerstag, 19. November 2026");
        assertThat(british.full(DAY)).isEqualTo("Thursday, 19 November 2026");
        assertThat(american.full(DAY)).isEqualTo("Thursday, November 19, 2026");
        assertThat(german.brief(DAY)).isEqualTo("Do 19. Nov.");
        assertThat(british.brief(DAY)).isEqualTo("Thu 19 Nov");
        assertThat(american.brief(DAY)).isEqualTo("Thu, Nov 19");
        assertThat(german.month(YearMonth.from(DAY))).isEqualTo("November 2026");
        assertThat(german.dayAndMonth(LocalDate.of(2026, 10, 25))).isEqualTo("25. Okt.");
        assertThat(german.weekday(DAY)).isEqualTo("Do");
    }

    @Test
    void rangesNameAMonthOnce() {
        LocalDate monday = LocalDate.of(2026, 11, 16);
        assertThat(german.range(monday, monday.plusDays(6))).isEqualTo("16.–22. November 2026");
        assertThat(british.range(monday, monday.plusDays(6))).isEqualTo("16–22 November 2026");
        assertThat(american.range(monday, monday.plusDays(6))).isEqualTo("November 16–22, 2026");
        LocalDate last = LocalDate.of(2026, 9, 28);
        assertThat(german.range(last, last.plusDays(6))).isEqualTo("28. September – 4. Oktober 2026");
        LocalDate newYear = LocalDate.of(2026, 12, 28);
        assertThat(british.range(newYear, newYear.plusDays(6))).isEqualTo("28 December 2026 – 3 January 2027");
        assertThat(german.range(DAY, DAY)).isEqualTo("19. November 2026");
        assertThat(german.briefRange(monday, monday.plusDays(6))).isEqualTo("16.–22. Nov.");
        assertThat(american.briefRange(monday, monday.plusDays(6))).isEqualTo("Nov 16–22");
    }

    @Test
    void timesHave24HoursButInTheUs() {
        assertThat(german.time(EVENING)).isEqualTo("20:47");
        assertThat(british.timeWithSeconds(EVENING)).isEqualTo("20:47:12");
        assertThat(american.time(EVENING)).isEqualTo("8:47\u00a0PM");
        assertThat(american.timeWithSeconds(LocalTime.of(0, 5, 9))).isEqualTo("12:05:09\u00a0AM");
        assertThat(german.times(LocalTime.of(3, 12), LocalTime.of(3, 41))).isEqualTo("03:12–03:41");
    }
}
