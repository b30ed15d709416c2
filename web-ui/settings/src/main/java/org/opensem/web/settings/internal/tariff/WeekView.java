package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensem.web.settings.internal.tariff.WeekPicture.Bar;

/** The week as seven bars, Monday first, with a mark at now. Its hours are told to screen readers as a text. */
final class WeekView extends Div {
    private static final int LABEL_HOURS = 6;
    private static final int DAY_HOURS = 24;

    private final TariffWords words;
    private final Map<DayOfWeek, Div> rows = new EnumMap<>(DayOfWeek.class);
    private final Div mark = new Div();

    WeekView(TariffWords words) {
        this.words = words;
        addClassName("week");
        getElement().setAttribute("role", "img");
        mark.addClassName("now");
        for (DayOfWeek day : DayOfWeek.values()) {
            Div row = new Div();
            row.addClassName("day");
            rows.put(day, row);
            add(new Span(words.weekday(day)), row);
        }
        Div axis = new Div();
        axis.addClassName("axis");
        for (int hour = 0; hour <= DAY_HOURS; hour += LABEL_HOURS) {
            Span label = new Span(words.hourLabel(hour));
            label.getStyle().set("left", percent(hour * 60));
            axis.add(label);
        }
        add(new Span(), axis);
    }

    private static String percent(int minute) {
        return String.format(Locale.ROOT, "%.3f%%", minute * 100.0 / LowRateWindow.DAY);
    }

    void show(List<LowRateWindow> windows) {
        Map<DayOfWeek, List<Bar>> week = WeekPicture.bars(windows);
        week.forEach((day, bars) -> {
            Div row = rows.get(day);
            row.getChildren().filter(child -> child != mark).toList().forEach(row::remove);
            bars.forEach(bar -> row.add(bar(bar)));
        });
        getElement().setAttribute("aria-label", description(week));
    }

    private static Div bar(Bar bar) {
        Div shown = new Div();
        shown.addClassName("low");
        shown.getStyle().set("left", percent(bar.from())).set("width", percent(bar.to() - bar.from()));
        return shown;
    }

    private String description(Map<DayOfWeek, List<Bar>> week) {
        List<String> days = new ArrayList<>();
        week.forEach((day, bars) -> {
            if (!bars.isEmpty()) {
                days.add(words.longWeekday(day) + " " + String.join(", ", bars.stream().map(bar -> words.dates().times(
                        LocalTime.ofSecondOfDay(bar.from() * 60L),
                        LocalTime.ofSecondOfDay(bar.to() % LowRateWindow.DAY * 60L))).toList()));
            }
        });
        return days.isEmpty() ? words.get("windows.none") : words.get("rates.low") + ": " + String.join("; ", days);
    }

    void now(ZonedDateTime time) {
        mark.getStyle().set("left", percent(time.getHour() * 60 + time.getMinute()));
        Div row = rows.get(time.getDayOfWeek());
        if (mark.getParent().filter(row::equals).isEmpty()) {
            row.add(mark);
        }
    }
}
