package org.opensem.web.comparison.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Extreme;
import org.opensem.aggregation.Figures;
import org.opensem.language.Formats;
import org.opensem.language.Quantity;
import org.opensem.tariff.Comparison.Difference;
import org.opensem.web.Unit;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;

/** Total, mean, maximum and minimum of both, and their difference (V2). Less is good. */
final class Analysis {
    private final Words words;
    private final Formats formats;
    private final Panel panel;
    private final Span one = new Span();
    private final Span two = new Span();
    private final NativeTableBody body = new NativeTableBody();
    private final Map<Line, Row> rows = new EnumMap<>(Line.class);
    private List<Line> order = List.of();

    private enum Line {
        ENERGY,
        COST,
        CO2,
        MEAN,
        MAXIMUM,
        MINIMUM
    }

    Analysis(Words words) {
        this.words = words;
        formats = words.formats();
        NativeTableHeaderCell name = head();
        name.add(unseen(words.get("figure")));
        NativeTableHeaderCell difference = head();
        difference.add(new Span(words.get("difference")));
        difference.getElement().setAttribute("colspan", "2");
        NativeTable table = new NativeTable(new NativeTableHeader(
                new NativeTableRow(name, head("actual", one), head("comparison", two), difference)), body);
        table.addClassNames("t", "analysis");
        Div scroll = new Div(table);
        scroll.addClassName("scroll");
        // On a phone it scrolls sideways, and nothing in it takes the focus.
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "group")
                .setAttribute("aria-label", words.get("analysis"));
        panel = new Panel("analysis", words.get("analysis")).body(scroll);
        for (Line line : Line.values()) {
            rows.put(line, new Row());
        }
    }

    private static Span unseen(String text) {
        Span span = new Span(text);
        span.addClassName("unseen");
        return span;
    }

    private static NativeTableHeaderCell head() {
        NativeTableHeaderCell cell = new NativeTableHeaderCell();
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static NativeTableHeaderCell head(String role, Span name) {
        NativeTableHeaderCell cell = head();
        Span dot = new Span();
        dot.addClassName("dot");
        dot.getStyle().set("--c", "var(--sem-" + role + ")");
        cell.add(dot, name);
        return cell;
    }

    Panel panel() {
        return panel;
    }

    void show(Shot shot, Unit unit) {
        one.setText(words.brief(shot.period().period()));
        two.setText(words.brief(shot.against().period()));
        arrange(shot, unit);
        energy(shot);
        money(shot);
        if (shot.period().costs().co2Kg() != null || shot.against().costs().co2Kg() != null) {
            rows.get(Line.CO2).show(amount(shot.period().costs().co2Kg()), amount(shot.against().costs().co2Kg()),
                    shot.comparison().co2Kg(), words::co2Difference);
        }
        powers(shot);
    }

    /** The chosen unit's line comes first and stands out; what is not known of either has none. */
    private void arrange(Shot shot, Unit unit) {
        Line first = Line.valueOf(unit.name());
        List<Line> lines = new ArrayList<>(List.of(first));
        for (Line line : Line.values()) {
            boolean known = switch (line) {
                case COST -> shot.currency().isPresent();
                case CO2 -> shot.period().costs().co2Kg() != null || shot.against().costs().co2Kg() != null;
                default -> true;
            };
            if (known && line != first) {
                lines.add(line);
            }
        }
        if (!lines.equals(order)) {
            order = List.copyOf(lines);
            body.removeAll();
            order.forEach(line -> {
                rows.get(line).row.setClassName("strong", line == first);
                rows.get(line).name.setText(words.get(line == first ? "line.TOTAL" : "line." + line));
                body.add(rows.get(line).row);
            });
        }
    }

    private void energy(Shot shot) {
        Function<Figures, Optional<Quantity>> energy = figures -> figures.coveredSeconds() == 0 ? Optional.empty()
                : Optional.of(formats.energy(figures.energy().imported() / Energy.PER_KWH));
        rows.get(Line.ENERGY).show(energy.apply(shot.period().totals()), energy.apply(shot.against().totals()),
                shot.comparison().kilowattHours(), difference -> words.energyDifference(shot, difference));
    }

    private void money(Shot shot) {
        if (shot.currency().isEmpty()) {
            return;
        }
        Currency currency = shot.currency().get();
        Function<Side, Optional<Quantity>> total = side ->
                Optional.ofNullable(side.costs().total()).map(amount -> formats.money(amount, currency));
        rows.get(Line.COST).show(total.apply(shot.period()), total.apply(shot.against()), shot.comparison().cost(),
                difference -> formats.moneyDifference(BigDecimal.valueOf(difference), currency));
    }

    private Optional<Quantity> amount(BigDecimal kilograms) {
        return Optional.ofNullable(kilograms).map(mass -> formats.co2(mass.doubleValue()));
    }

    private void powers(Shot shot) {
        Figures a = shot.period().totals();
        Figures b = shot.against().totals();
        rows.get(Line.MEAN).show(mean(a), mean(b), shot.comparison().meanWatts(), formats::powerDifference);
        rows.get(Line.MAXIMUM).show(extreme(a.max()), extreme(b.max()), shot.comparison().maxWatts(), formats::powerDifference);
        rows.get(Line.MAXIMUM).times(time(shot.period(), a.max()), time(shot.against(), b.max()));
        rows.get(Line.MINIMUM).show(extreme(a.min()), extreme(b.min()), shot.comparison().minWatts(), formats::powerDifference);
        rows.get(Line.MINIMUM).times(time(shot.period(), a.min()), time(shot.against(), b.min()));
    }

    private Optional<Quantity> mean(Figures figures) {
        return figures.coveredSeconds() == 0 ? Optional.empty() : Optional.of(formats.power(figures.meanWatts()));
    }

    private Optional<Quantity> extreme(Extreme extreme) {
        return Optional.ofNullable(extreme).map(value -> formats.power(value.milliwatts() / 1000.0));
    }

    private String time(Side side, Extreme extreme) {
        return extreme == null ? ""
                : words.moment(side.period().kind(), Instant.ofEpochSecond(extreme.epochSecond()).atZone(side.now().getZone()));
    }

    /** A line of the table; only its texts change. */
    private final class Row {
        private final NativeTableRow row = new NativeTableRow();
        private final Span name = new Span();
        private final Figure one = new Figure();
        private final Figure two = new Figure();
        private final Element oneTime = new Element("small");
        private final Element twoTime = new Element("small");
        private final Figure absolute = new Figure();
        private final Figure percent = new Figure();
        private final NativeTableCell absoluteCell = new NativeTableCell(absolute);

        Row() {
            NativeTableHeaderCell title = new NativeTableHeaderCell(name);
            title.getElement().setAttribute("scope", "row");
            row.add(title, cell(oneTime, one), cell(twoTime, two), absoluteCell, new NativeTableCell(percent));
        }

        private NativeTableCell cell(Element time, Figure figure) {
            NativeTableCell cell = new NativeTableCell();
            cell.getElement().appendChild(time, figure.getElement());
            return cell;
        }

        void show(Optional<Quantity> a, Optional<Quantity> b, Difference difference, Function<Double, Quantity> written) {
            set(one, a);
            set(two, b);
            Optional<Quantity> more = Optional.ofNullable(difference.absolute()).map(BigDecimal::doubleValue).map(written);
            set(absolute, more);
            set(percent, Optional.ofNullable(difference.percent()).map(BigDecimal::doubleValue).map(words::percent));
            words.tint(absoluteCell, more);
        }

        void times(String a, String b) {
            oneTime.setText(a);
            twoTime.setText(b);
        }

        private void set(Figure figure, Optional<Quantity> quantity) {
            quantity.ifPresentOrElse(figure::set, figure::clear);
        }
    }
}
