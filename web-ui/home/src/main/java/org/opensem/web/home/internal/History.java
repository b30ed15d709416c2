package org.opensem.web.home.internal;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.PeriodKind;
import org.opensem.language.Dates;
import org.opensem.language.Quantity;
import org.opensem.web.chart.BarChart;
import org.opensem.web.chart.BarChart.Bar;
import org.opensem.web.chart.BarChart.Row;
import org.opensem.web.chart.BarChart.Shade;
import org.opensem.web.chart.BarChart.State;

/** The bars of a period in the next smaller unit (H3). One unit for all of them: minutes in watt-hours, the rest in kWh. */
final class History {
    /** From this share on, what is missing of a bar shows as a hatched cap; below it only the remark tells. */
    private static final double VISIBLE_SHARE = 0.001;
    private static final double WH_PER_KWH = 1000;

    private final Snapshot shot;
    private final Words words;
    private final PeriodKind kind;
    private final int places;

    History(Snapshot shot, Words words) {
        this.shot = shot;
        this.words = words;
        this.kind = shot.period().kind();
        this.places = places();
    }

    BarChart chart() {
        List<Bar> bars = shot.report().buckets().stream().map(this::bar).toList();
        String hint = kind == PeriodKind.HOUR ? "" : words.get("history.hint." + kind.name());
        List<String> head = List.of(words.partName(kind), words.get("switched"), words.get("base"), words.get("total"));
        return new BarChart(words.get("history.name", words.title(shot.period())), unit(), bars, shades(), steps(),
                kind + " " + shot.period().start(), kind == PeriodKind.HOUR ? 10 : 1, words.get("history.runs"), hint, head);
    }

    private Bar bar(Bucket bucket) {
        ZonedDateTime start = bucket.span().start();
        boolean covered = bucket.figures().coveredSeconds() > 0;
        return new Bar(ordinal(start), words.label(kind, start), words.barTitle(kind, bucket.span()),
                covered ? value(bucket.figures().energy().imported()) : null, state(bucket), covered ? rows(bucket) : List.of(),
                note(bucket), kind != PeriodKind.HOUR && !shot.isAhead(bucket));
    }

    private int ordinal(ZonedDateTime start) {
        return switch (kind) {
            case HOUR -> start.getMinute();
            case DAY -> start.getHour();
            case WEEK -> start.getDayOfWeek().getValue() - 1;
            case MONTH -> start.getDayOfMonth() - 1;
            case YEAR -> start.getMonthValue() - 1;
        };
    }

    private State state(Bucket bucket) {
        if (shot.isAhead(bucket) || shot.isBeforeFirst(bucket)) {
            return State.EMPTY;
        }
        if (shot.isRunning(bucket)) {
            return State.RUNNING;
        }
        return shot.missing(bucket) > bucket.span().seconds() * VISIBLE_SHARE ? State.GAP : State.FULL;
    }

    private List<Row> rows(Bucket bucket) {
        Energy energy = bucket.figures().energy();
        double unit = Energy.PER_KWH / (kind == PeriodKind.HOUR ? WH_PER_KWH : 1) / Math.pow(10, places);
        long[] parts = Portions.round(new long[] {energy.switched(), energy.base()}, unit);
        List<Row> rows = new ArrayList<>(List.of(
                new Row("switched", words.get("switched"), text(Math.round(parts[0] * unit))),
                new Row("base", words.get("base"), text(Math.round(parts[1] * unit))),
                new Row("", words.get("total"), text(Math.round((parts[0] + parts[1]) * unit)))));
        if (energy.exported() > 0) {
            rows.add(new Row("", words.get("export"), text(energy.exported())));
        }
        return rows;
    }

    private String note(Bucket bucket) {
        if (shot.isAhead(bucket)) {
            return "";
        }
        if (shot.isBeforeFirst(bucket)) {
            return words.get("first.before");
        }
        if (shot.isRunning(bucket)) {
            return words.get("running");
        }
        long missing = shot.missing(bucket);
        return missing == 0 ? "" : words.get("gap.sum", Dates.duration(missing));
    }

    private List<Shade> shades() {
        List<Bucket> buckets = shot.report().buckets();
        List<Shade> shades = new ArrayList<>();
        long before = buckets.stream().filter(shot::isBeforeFirst).count();
        if (before > 0) {
            shades.add(new Shade(0, (int) before - 1, words.get("first.before.lines"), true));
        }
        if (kind == PeriodKind.DAY) {
            List<Integer> twice = IntStream.range(0, buckets.size())
                    .filter(i -> Dates.isDoubled(buckets.get(i).span().start())).boxed().toList();
            if (twice.size() > 1) {
                Bucket one = buckets.get(twice.getFirst());
                Bucket two = buckets.get(twice.getLast());
                String hour = words.dates().time(one.span().start().toLocalTime());
                String text = words.get("twice", hour, one.span().start().getOffset(), two.span().start().getOffset());
                shades.add(new Shade(twice.getFirst(), twice.getLast(), text, false));
            }
        }
        return shades;
    }

    private List<Integer> steps() {
        return switch (kind) {
            case HOUR -> List.of(5, 10, 15, 30);
            case DAY -> List.of(1, 3, 6, 12);
            case WEEK, YEAR -> List.of(1, 2, 3);
            case MONTH -> List.of(1, 2, 7, 14);
        };
    }

    private String unit() {
        return kind == PeriodKind.HOUR ? "Wh" : "kWh";
    }

    private double value(long milliwattSeconds) {
        double kilowattHours = milliwattSeconds / Energy.PER_KWH;
        return kind == PeriodKind.HOUR ? kilowattHours * WH_PER_KWH : kilowattHours;
    }

    private int places() {
        double largest = shot.report().buckets().stream().mapToLong(b -> b.figures().energy().imported()).max().orElse(0)
                / Energy.PER_KWH;
        return words.formats().energyPlaces(kind == PeriodKind.HOUR ? largest * WH_PER_KWH : largest);
    }

    private String text(long milliwattSeconds) {
        return words.formats().number(value(milliwattSeconds), places) + Quantity.SPACE + unit();
    }
}
