package org.opensem.web.settings.internal.tariff;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensem.web.settings.Draft;
import org.opensem.web.settings.internal.tariff.WeekPicture.Bar;

/** The hours of the low rate in a picture of the week (E3): a window belongs to the day on which it starts. */
class WeekPictureTest {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(MONDAY, FRIDAY);
    private final TariffWords words = new TariffWords(Locale.GERMANY);

    private static LowRateWindow window(Set<DayOfWeek> days, String from, String to) {
        return LowRateWindow.of(new Draft(Map.of("w", Map.of(
                "days", days.stream().map(LowRateWindow::name).toList(), "from", from, "to", to))), "w");
    }

    @Test
    void overMidnightTheRestIsOnTheNextDay() {
        Map<DayOfWeek, List<Bar>> week = WeekPicture.bars(List.of(window(WORKDAYS, "22:00", "06:00"),
                window(EnumSet.of(SATURDAY, SUNDAY), "22:00", "08:00")));

        assertThat(week.get(MONDAY)).as("from Sunday, to Tuesday").containsExactly(new Bar(0, 480), new Bar(1320, 1440));
        assertThat(week.get(TUESDAY)).containsExactly(new Bar(0, 360), new Bar(1320, 1440));
        assertThat(week.get(SATURDAY)).containsExactly(new Bar(0, 360), new Bar(1320, 1440));
        assertThat(week.get(SUNDAY)).containsExactly(new Bar(0, 480), new Bar(1320, 1440));
    }

    @Test
    void untilMidnightNothingIsLeftForTheNextDay() {
        Map<DayOfWeek, List<Bar>> week = WeekPicture.bars(List.of(window(EnumSet.of(SUNDAY), "00:00", "24:00"),
                window(EnumSet.of(FRIDAY), "20:00", "00:00")));

        assertThat(week.get(SUNDAY)).containsExactly(new Bar(0, 1440));
        assertThat(week.get(FRIDAY)).containsExactly(new Bar(1200, 1440));
        assertThat(week.get(SATURDAY)).isEmpty();
        assertThat(week.get(MONDAY)).isEmpty();
    }

    @Test
    void whatOverlapsIsOneBar() {
        assertThat(WeekPicture.bars(List.of(window(WORKDAYS, "12:00", "14:00"), window(EnumSet.of(WEDNESDAY), "13:00", "15:30"),
                window(EnumSet.of(WEDNESDAY), "15:30", "16:00"), window(EnumSet.of(WEDNESDAY), "18:00", "19:00"))).get(WEDNESDAY))
                .containsExactly(new Bar(720, 960), new Bar(1080, 1140));
    }

    @Test
    void whatIsNotCompleteIsLeftOut() {
        assertThat(WeekPicture.bars(List.of(window(WORKDAYS, "22:00", "22:00"), window(Set.of(), "22:00", "06:00"),
                window(WORKDAYS, "x", "06:00"))).values()).allMatch(List::isEmpty);
    }

    @Test
    void daysAndHoursAreWrittenBriefly() {
        assertThat(words.weekdays(WORKDAYS)).isEqualTo("Mo–Fr");
        assertThat(words.weekdays(EnumSet.of(SATURDAY, SUNDAY))).isEqualTo("Sa, So");
        assertThat(words.weekdays(EnumSet.of(MONDAY, TUESDAY, WEDNESDAY, SATURDAY))).isEqualTo("Mo–Mi, Sa");
        assertThat(words.weekdays(EnumSet.allOf(DayOfWeek.class))).isEqualTo("täglich");
        assertThat(new TariffWords(Locale.UK).weekdays(EnumSet.of(MONDAY, THURSDAY))).isEqualTo("Mon, Thu");
        assertThat(words.hours(window(WORKDAYS, "22:00", "06:00"))).isEqualTo("22:00–06:00");
        assertThat(words.hours(window(WORKDAYS, "13:00", "24:00"))).isEqualTo("13:00–24:00");
        assertThat(words.hours(window(WORKDAYS, "", "24:00"))).isEmpty();
    }
}
