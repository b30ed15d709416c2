package org.opensem.web.settings.internal.tariff;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opensem.web.settings.Draft;

/**
 * Hours of the low rate as they are edited. They belong to the days on which they start.
 *
 * @param days on which they start
 * @param from minute of the day, inclusive; -1 if it cannot be read
 * @param to minute of the day, exclusive, 1440 for midnight; not after {@code from} where it ends on the next day; -1 likewise
 */
record LowRateWindow(Set<DayOfWeek> days, int from, int to) {
    static final int DAY = 1440;
    static final LowRateWindow NIGHTS = new LowRateWindow(EnumSet.allOf(DayOfWeek.class), 22 * 60, 6 * 60);

    private static final int HOUR = 60;
    private static final String MIDNIGHT = "24:00";

    LowRateWindow {
        days = days.isEmpty() ? Set.of() : EnumSet.copyOf(days);
    }

    static LowRateWindow of(Draft draft, String path) {
        Object days = draft.get(path + ".days").orElse(List.of());
        Set<String> names = days instanceof List<?> list
                ? list.stream().map(String::valueOf).map(String::toUpperCase).collect(Collectors.toSet()) : Set.of();
        Set<DayOfWeek> read = EnumSet.allOf(DayOfWeek.class).stream().filter(day -> names.contains(name(day)))
                .collect(Collectors.toSet());
        return new LowRateWindow(read, minute(draft.text(path + ".from").orElse("")), end(draft.text(path + ".to").orElse("")));
    }

    private static int end(String text) {
        return text.equals(MIDNIGHT) ? DAY : minute(text);
    }

    private static int minute(String text) {
        try {
            LocalTime time = LocalTime.parse(text);
            return time.getHour() * HOUR + time.getMinute();
        } catch (DateTimeException e) {
            return -1;
        }
    }

    /** A weekday in documents: {@code MO}. */
    static String name(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("days", days.stream().sorted().map(LowRateWindow::name).toList());
        document.put("from", text(from));
        document.put("to", text(to));
        return document;
    }

    private static String text(int minute) {
        return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
    }

    boolean isComplete() {
        return from >= 0 && to >= 0 && from != to && !days.isEmpty();
    }

    /** When it begins. */
    LocalTime start() {
        return LocalTime.ofSecondOfDay(from * 60L);
    }

    /** When it ends; midnight for the end of the day. */
    LocalTime stop() {
        return LocalTime.ofSecondOfDay(to % DAY * 60L);
    }
}
