package org.opensem.web.settings.internal.tariff;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which minutes of which weekday have the low rate. */
final class WeekPicture {
    private WeekPicture() {}

    /**
     * A stretch of a day.
     *
     * @param from minute of the day, inclusive
     * @param to minute of the day, exclusive, up to 1440
     */
    record Bar(int from, int to) {}

    /** The bars of each day, Monday first: a window over midnight has its rest on the next day; what overlaps is one bar. */
    static Map<DayOfWeek, List<Bar>> bars(List<LowRateWindow> windows) {
        Map<DayOfWeek, List<Bar>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, new ArrayList<>());
        }
        windows.stream().filter(LowRateWindow::isComplete).forEach(window -> window.days().forEach(day -> {
            if (window.from() < window.to()) {
                week.get(day).add(new Bar(window.from(), window.to()));
            } else {
                week.get(day).add(new Bar(window.from(), LowRateWindow.DAY));
                if (window.to() > 0) {
                    week.get(day.plus(1)).add(new Bar(0, window.to()));
                }
            }
        }));
        week.replaceAll((day, bars) -> merged(bars));
        return week;
    }

    private static List<Bar> merged(List<Bar> bars) {
        List<Bar> sorted = new ArrayList<>(bars);
        sorted.sort(Comparator.comparingInt(Bar::from));
        List<Bar> merged = new ArrayList<>();
        for (Bar bar : sorted) {
            if (!merged.isEmpty() && bar.from() <= merged.getLast().to()) {
                Bar last = merged.removeLast();
                merged.add(new Bar(last.from(), Math.max(last.to(), bar.to())));
            } else {
                merged.add(bar);
            }
        }
        return merged;
    }
}
