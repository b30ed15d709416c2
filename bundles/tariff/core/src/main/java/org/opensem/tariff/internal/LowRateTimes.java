package org.opensem.tariff.internal;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The union of a version's low-rate windows, cut at the wall clock's midnight, by weekday. */
final class LowRateTimes {
    private final Map<DayOfWeek, List<Stretch>> days = new EnumMap<>(DayOfWeek.class);

    /** Seconds of the wall clock's day, {@code [from, to)}. */
    record Stretch(int from, int to) {}

    LowRateTimes(List<LowRateWindow> windows) {
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, new ArrayList<>());
        }
        for (LowRateWindow window : windows) {
            for (DayOfWeek day : window.days()) {
                boolean wraps = window.to() < window.from();
                days.get(day).add(new Stretch(window.from(), wraps ? LowRateWindow.DAY : window.to()));
                if (wraps && window.to() > 0) {
                    days.get(day.plus(1)).add(new Stretch(0, window.to()));
                }
            }
        }
        days.replaceAll((day, stretches) -> union(stretches));
    }

    private static List<Stretch> union(List<Stretch> stretches) {
        List<Stretch> union = new ArrayList<>();
        for (Stretch next : stretches.stream().sorted(Comparator.comparingInt(Stretch::from)).toList()) {
            Stretch last = union.isEmpty() ? null : union.getLast();
            if (last != null && next.from() <= last.to()) {
                union.set(union.size() - 1, new Stretch(last.from(), Math.max(last.to(), next.to())));
            } else {
                union.add(next);
            }
        }
        return List.copyOf(union);
    }

    /** Ascending, disjoint, not touching. */
    List<Stretch> on(DayOfWeek day) {
        return days.get(day);
    }
}
