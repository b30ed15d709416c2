package org.opensem.web.home.internal;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.PeriodKind;
import org.opensem.language.Dates;
import org.opensem.tariff.CostReport;
import org.opensem.web.Unit;
import org.opensem.web.chart.BarChart;
import org.opensem.web.chart.BarChart.Bar;
import org.opensem.web.chart.BarChart.Row;
import org.opensem.web.chart.BarChart.Shade;
import org.opensem.web.chart.BarChart.State;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.internal.Amounts.Amount;

/** The bars of a period in the next smaller unit (H3). One unit for all of them; minutes have a smaller one. */
final class History {
    /** From this share on, what is missing of a bar shows as a hatched cap; below it only the remark tells. */
    private static final double VISIBLE_SHARE = 0.001;

    private final HomeFigures figures;
    private final Words words;
    private final PeriodKind kind;
    private final Amounts amounts;
    private final Unit unit;
    private final Measure measure;
    private final boolean twoRates;

    History(HomeFigures figures, Words words) {
        this.figures = figures;
        this.words = words;
        kind = figures.period().kind();
        amounts = new Amounts(figures);
        unit = amounts.unit();
        Currency currency = figures.money().cost().map(CostReport::currency).orElse(null);
        measure = kind == PeriodKind.HOUR ? Measure.small(unit, currency, words.formats(), amounts.largest())
                : Measure.of(unit, currency, words.formats(), amounts.largest());
        twoRates = amounts.total().map(total -> total.low() != 0).orElse(false);
    }

    BarChart chart() {
        List<Bar> bars = IntStream.range(0, figures.energy().buckets().size()).mapToObj(this::bar).toList();
        String hint = kind == PeriodKind.HOUR ? "" : words.get("history.hint." + kind.name());
        return new BarChart(words.get("history.name", words.amount(unit), words.title(figures.period())), measure.unit(), bars,
                shades(), steps(), kind + " " + figures.period().start() + " " + measure.unit(),
                kind == PeriodKind.HOUR ? 10 : 1, words.get("history.runs"), hint, head());
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(List.of(words.partName(kind), words.get("switched"), words.get("base")));
        if (unit == Unit.COST) {
            head.add(words.get("baseprice"));
        }
        head.add(words.get("total"));
        if (unit == Unit.COST && twoRates) {
            head.addAll(List.of(words.get("rate.high"), words.get("rate.low")));
        }
        return head;
    }

    private Bar bar(int index) {
        Bucket bucket = figures.energy().buckets().get(index);
        ZonedDateTime start = bucket.span().start();
        Optional<Amount> amount = amounts.bucket(index);
        return new Bar(ordinal(start), words.label(kind, start), words.barTitle(kind, bucket.span()),
                amount.map(known -> measure.value(known.total())).orElse(null), state(bucket),
                amount.map(known -> rows(known, bucket)).orElse(List.of()), note(bucket, amount.isPresent()),
                kind != PeriodKind.HOUR && !figures.isAhead(bucket));
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
        if (figures.isAhead(bucket) || figures.isBeforeFirst(bucket)) {
            return State.EMPTY;
        }
        if (figures.isRunning(bucket)) {
            return State.RUNNING;
        }
        return figures.missingSeconds(bucket) > bucket.span().seconds() * VISIBLE_SHARE ? State.GAP : State.FULL;
    }

    private List<Row> rows(Amount amount, Bucket bucket) {
        long step = measure.step();
        long[] all = Portions.round(new long[] {amount.base() + amount.switched(), amount.basePrice()}, step);
        long[] loads = Portions.round(new long[] {amount.switched(), amount.base()}, step, all[0]);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("switched", words.get("switched"), measure.text(loads[0])));
        rows.add(new Row("base", words.get("base"), measure.text(loads[1])));
        if (unit == Unit.COST) {
            rows.add(new Row("baseprice", words.get("baseprice"), measure.text(all[1])));
        }
        rows.add(new Row("", words.get("total"), measure.text(all[0] + all[1])));
        if (unit == Unit.COST && twoRates) {
            long[] rates = Portions.round(new long[] {amount.high(), amount.low()}, step, all[0]);
            rows.add(new Row("", words.get("rate.of", words.get("rate.high")), measure.text(rates[0])));
            rows.add(new Row("", words.get("rate.of", words.get("rate.low")), measure.text(rates[1])));
        }
        Energy energy = bucket.figures().energy();
        if (unit == Unit.ENERGY && energy.exported() > 0) {
            rows.add(new Row("", words.get("export"), measure.rounded(energy.exported())));
        }
        return rows;
    }

    private String note(Bucket bucket, boolean known) {
        if (figures.isAhead(bucket)) {
            return "";
        }
        if (figures.isBeforeFirst(bucket)) {
            return words.get("first.before");
        }
        if (figures.isRunning(bucket)) {
            return words.get("running");
        }
        long missing = figures.missingSeconds(bucket);
        if (missing > 0) {
            return words.get("gap.sum", Dates.duration(missing));
        }
        return known ? "" : words.get(unit == Unit.CO2 ? "co2.none.part" : "cost.none.part");
    }

    private List<Shade> shades() {
        List<Bucket> buckets = figures.energy().buckets();
        List<Shade> shades = new ArrayList<>();
        long before = buckets.stream().filter(figures::isBeforeFirst).count();
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
}
