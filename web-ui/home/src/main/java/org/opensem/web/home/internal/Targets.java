package org.opensem.web.home.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.Span;
import org.opensem.tariff.Budget;
import org.opensem.web.chart.BarChart.Row;
import org.opensem.web.chart.TargetChart;
import org.opensem.web.chart.TargetChart.Point;
import org.opensem.web.chart.TargetChart.Tick;

/**
 * A budget's target and actual (H5). A day has a flat target against what it came to by the hour; a longer period has a target
 * and an actual for each of its parts, and, as its three figures, its instalments against all that it came to so far.
 */
final class Targets {
    private static final double HOUR_SECONDS = 3600;
    private static final int CENTS = 2;

    private final Budget budget;
    private final Words words;
    private final Period period;
    private final PeriodKind kind;
    private final boolean running;
    private final ZonedDateTime now;

    Targets(Budget budget, ZonedDateTime now, Words words) {
        this.budget = budget;
        this.words = words;
        this.now = now;
        period = budget.period();
        kind = period.kind();
        running = !now.isBefore(period.start()) && now.isBefore(period.end());
    }

    /** @param actual null where nothing is known yet */
    record Sum(BigDecimal target, BigDecimal actual) {
        /** Of the amounts as they are written, so that who reckons it up finds the same; null where actual is. */
        BigDecimal difference() {
            return target == null || actual == null ? null : written(target).subtract(written(actual));
        }

        private static BigDecimal written(BigDecimal amount) {
            return amount.setScale(CENTS, RoundingMode.HALF_UP);
        }
    }

    Sum sum() {
        if (kind != PeriodKind.DAY) {
            return new Sum(budget.remaining().money(), budget.consumed().money());
        }
        List<Budget.Point> series = budget.series();
        Budget.Point last = series.stream().filter(point -> point.actual() != null).reduce((a, b) -> b)
                .orElse(series.isEmpty() ? null : series.getFirst());
        return last == null ? new Sum(null, null) : new Sum(last.target(), last.actual());
    }

    /** That figures are as of now, where the period is not over; else empty. */
    String asOf() {
        return running ? words.get("target.asof", words.dates().time(now.toLocalTime())) : "";
    }

    TargetChart chart() {
        boolean day = kind == PeriodKind.DAY;
        List<Span> parts = period.parts();
        List<String> head = List.of(words.partName(kind), words.get("target"), words.get("actual"), words.get("difference"));
        return new TargetChart(words.get("target.name", words.title(period)), "", day, day ? 0 : -0.5,
                day ? hours(period.end()) : parts.size() - 0.5, day ? lines() : bars(parts), day ? hourTicks(parts) : ticks(parts),
                labelSteps(), kind + " " + period.start(), head);
    }

    private double hours(ZonedDateTime time) {
        return (time.toEpochSecond() - period.start().toEpochSecond()) / HOUR_SECONDS;
    }

    private List<Point> lines() {
        List<Point> points = new ArrayList<>();
        List<Budget.Point> series = budget.series();
        if (!series.isEmpty()) {
            boolean begun = series.getFirst().actual() != null;
            Budget.Point start = new Budget.Point(period.start(), series.getFirst().target(), begun ? BigDecimal.ZERO : null);
            points.add(point(0, until(start.end()), start, false));
        }
        for (Budget.Point point : series) {
            points.add(point(hours(point.end()), until(point.end()), point, isNow(point)));
        }
        return points;
    }

    private String until(ZonedDateTime end) {
        return words.get("target.until",
                end.isEqual(period.end()) ? words.dayEnd(end) : words.dates().time(end.toLocalTime()));
    }

    private List<Point> bars(List<Span> parts) {
        List<Point> points = new ArrayList<>();
        for (Budget.Point point : budget.series()) {
            int index = 0;
            while (index < parts.size() - 1 && parts.get(index).end().isBefore(point.end())) {
                index++;
            }
            points.add(point(index, words.barTitle(kind, parts.get(index)), point, isNow(point)));
        }
        return points;
    }

    /** The part that is running ends now, any other where the next begins. */
    private boolean isNow(Budget.Point point) {
        return !Period.of(period.partKind(), point.end()).start().isEqual(point.end());
    }

    private Point point(double at, String title, Budget.Point point, boolean isNow) {
        List<Row> rows = List.of(new Row("target", words.get("target"), money(point.target())),
                new Row("actual", words.get("actual"), money(point.actual())),
                new Row("", words.get("difference"), difference(new Sum(point.target(), point.actual()).difference())));
        return new Point(at, title, number(point.target()), number(point.actual()), isNow, rows, isNow ? asOf() : "");
    }

    private static Double number(BigDecimal amount) {
        return amount == null ? null : amount.doubleValue();
    }

    private String money(BigDecimal amount) {
        return amount == null ? Words.NONE : words.formats().money(amount, budget.currency()).toString();
    }

    private String difference(BigDecimal amount) {
        return amount == null ? Words.NONE : words.formats().moneyDifference(amount, budget.currency()).toString();
    }

    private List<Tick> hourTicks(List<Span> parts) {
        List<Tick> ticks = new ArrayList<>();
        for (Span part : parts) {
            ticks.add(new Tick(hours(part.start()), part.start().getHour(), words.label(kind, part.start())));
        }
        ticks.add(new Tick(hours(period.end()), 0, words.dayEnd(period.end())));
        return ticks;
    }

    private List<Tick> ticks(List<Span> parts) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            ticks.add(new Tick(i, i, words.label(kind, parts.get(i).start())));
        }
        return ticks;
    }

    private List<Integer> labelSteps() {
        return switch (kind) {
            case DAY -> List.of(3, 6, 12);
            case MONTH -> List.of(1, 2, 7, 14);
            default -> List.of(1, 2, 3, 6);
        };
    }
}
