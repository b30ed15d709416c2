package org.opensem.web.comparison.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.language.Dates;
import org.opensem.web.Unit;
import org.opensem.web.chart.BarChart.Row;
import org.opensem.web.chart.BarChart.State;
import org.opensem.web.chart.GroupChart;
import org.opensem.web.chart.GroupChart.Bar;
import org.opensem.web.chart.GroupChart.Group;

/** Both periods in the next smaller unit, part by part by their order (V1). */
final class Bars {
    /** From this share on, what is missing of a part shows as a hatched cap; below it only the remark tells. */
    private static final double VISIBLE_SHARE = 0.001;

    private final Shot shot;
    private final Words words;
    private final Measure measure;
    private final Unit unit;
    private final PeriodKind kind;
    private final int places;

    Bars(Shot shot, Words words, Unit unit) {
        this.shot = shot;
        this.words = words;
        this.unit = unit;
        kind = shot.period().period().kind();
        measure = new Measure(unit, kind, shot.currency().orElse(null), words.formats());
        double largest = Stream.of(shot.period(), shot.against())
                .flatMap(side -> IntStream.range(0, side.size()).mapToObj(i -> value(side, i)))
                .filter(Objects::nonNull).mapToDouble(Double::doubleValue).max().orElse(0);
        places = measure.places(largest);
    }

    private Double value(Side side, int index) {
        if (index >= side.size() || side.isAhead(side.bucket(index))) {
            return null;
        }
        return measure.value(side.bucket(index).figures(), side.cost(index));
    }

    GroupChart chart() {
        int size = Math.max(shot.period().size(), shot.against().size());
        List<Group> groups = IntStream.range(0, size).mapToObj(this::group).toList();
        String one = words.brief(shot.period().period());
        String two = words.brief(shot.against().period());
        String key = unit + " " + kind + " " + shot.period().period().start() + " " + shot.against().period().start();
        return new GroupChart(words.get("chart.name", one, two), measure.unit(),
                List.of(List.of("actual"), List.of("comparison")), groups, steps(), key,
                kind == PeriodKind.HOUR ? 10 : 1, kind == PeriodKind.HOUR ? "" : words.get("hint"),
                List.of(words.get("part." + kind), one, two, words.get("difference")));
    }

    private Group group(int index) {
        Side naming = index < shot.period().size() ? shot.period() : shot.against();
        Span part = naming.bucket(index).span();
        Double one = value(shot.period(), index);
        Double two = value(shot.against(), index);
        List<Row> rows = one == null && two == null ? List.of() : List.of(
                new Row("actual", name(shot.period(), index), measure.text(one, places)),
                new Row("comparison", name(shot.against(), index), measure.text(two, places)),
                new Row("", words.get("difference"), measure.difference(one, two, places)));
        return new Group(ordinal(part, index), words.label(kind, part), words.title(kind, part),
                List.of(bar(shot.period(), index, one), bar(shot.against(), index, two)), rows, note(index), opens(index));
    }

    private String name(Side side, int index) {
        return index < side.size() ? words.part(side.period(), side.bucket(index).span()) : words.brief(side.period());
    }

    private int ordinal(Span part, int index) {
        return switch (kind) {
            case HOUR -> part.start().getMinute();
            case DAY -> part.start().getHour();
            case WEEK, MONTH, YEAR -> index;
        };
    }

    private Bar bar(Side side, int index, Double value) {
        if (index >= side.size()) {
            return Bar.of(null, State.EMPTY);
        }
        Bucket bucket = side.bucket(index);
        if (side.isIn(bucket.span())) {
            return Bar.of(value, State.RUNNING);
        }
        boolean gap = side.missing(bucket) > bucket.span().seconds() * VISIBLE_SHARE;
        return Bar.of(value, gap ? State.GAP : value == null ? State.EMPTY : State.FULL);
    }

    private String note(int index) {
        List<String> notes = new ArrayList<>();
        for (Side side : List.of(shot.period(), shot.against())) {
            if (index < side.size()) {
                Bucket bucket = side.bucket(index);
                long missing = side.missing(bucket);
                if (side.isIn(bucket.span())) {
                    notes.add(words.get("running"));
                } else if (missing > 0) {
                    notes.add(words.get("gap.of", words.part(side.period(), bucket.span()), Dates.duration(missing)));
                }
            }
        }
        return String.join(" · ", notes.stream().distinct().toList());
    }

    /** A click opens both parts, where there are both. */
    boolean opens(int index) {
        boolean both = index >= 0 && index < shot.period().size() && index < shot.against().size();
        return both && kind != PeriodKind.HOUR && !shot.period().isAhead(shot.period().bucket(index))
                && !shot.against().isAhead(shot.against().bucket(index));
    }

    private List<Integer> steps() {
        return switch (kind) {
            case HOUR -> List.of(5, 10, 15, 30);
            case DAY -> List.of(1, 3, 6, 12);
            case WEEK, YEAR -> List.of(1, 2, 3);
            case MONTH -> List.of(1, 2, 7, 14);
        };
    }
}
