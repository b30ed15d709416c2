package org.opensem.web.overview.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.opensem.language.Dates;
import org.opensem.report.DayHours;
import org.opensem.report.OverviewRow;
import org.opensem.report.Stretch;
import org.opensem.web.chart.BarChart.Row;
import org.opensem.web.chart.BarChart.State;
import org.opensem.web.chart.GroupChart;
import org.opensem.web.chart.GroupChart.Bar;
import org.opensem.web.chart.GroupChart.Group;

/** A day's hours, each a stack of base and switched load, and of the base price in money. */
final class SplitChart {
    /** From this share on, what is missing of an hour shows as a hatched cap; below it only the remark tells. */
    private static final double VISIBLE_SHARE = 0.001;

    private final Words words;
    private final DayHours day;
    private final SplitScale scale;

    SplitChart(Words words, DayHours day, SplitScale scale) {
        this.words = words;
        this.day = day;
        this.scale = scale;
    }

    GroupChart chart() {
        List<String> head = new ArrayList<>(List.of(words.get("time")));
        scale.parts().forEach(part -> head.add(words.row(part)));
        head.add(words.get("row.total"));
        List<Group> groups = day.hours().stream().map(this::group).toList();
        return new GroupChart(words.get("split.chart", words.dates().full(day.period().start().toLocalDate())), scale.unit(),
                List.of(scale.roles()), groups, List.of(1, 3, 6, 12), scale.unit() + " " + day.period().start(), 1, "", head);
    }

    private Group group(Stretch hour) {
        List<OverviewRow> parts = scale.parts();
        List<BigDecimal> amounts = parts.stream().map(part -> scale.amount(hour, part)).toList();
        boolean known = hour.coveredSeconds() > 0 && !amounts.contains(null);
        List<Row> rows = known ? scale.rows(amounts) : List.of();
        List<Double> values = known ? amounts.stream().map(BigDecimal::doubleValue).toList() : List.of();
        return new Group(hour.span().start().getHour(), words.hour(hour.span().start()), words.hours(hour.span()),
                List.of(new Bar(values, state(hour, known))), rows, note(hour), false);
    }

    private String note(Stretch hour) {
        if (hour.running()) {
            return words.get("running");
        }
        if (day.first().isPresent() && hour.span().endSecond() <= day.first().getAsLong()) {
            return words.get("before");
        }
        return hour.missingSeconds() > 0 ? words.get("gap", Dates.duration(hour.missingSeconds())) : "";
    }

    private static State state(Stretch hour, boolean known) {
        if (hour.running()) {
            return State.RUNNING;
        }
        if (hour.missingSeconds() > hour.span().seconds() * VISIBLE_SHARE) {
            return State.GAP;
        }
        return known ? State.FULL : State.EMPTY;
    }
}
