package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.opensem.tariff.Budget;
import org.opensem.web.chart.Chart;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.PanelContext;

/** Target, actual and their difference, and how they came about (H5). */
final class TargetPanel {
    /** Longer figures are set smaller, so that three find room. */
    private static final int LONG_TEXT = 8;

    private final PanelContext context;
    private final Words words;
    private final Panel panel;
    private final Figure target = Figure.sized("fig", "m");
    private final Figure actual = Figure.sized("fig", "m");
    private final Figure difference = Figure.sized("fig", "m");
    private final Div figures;
    private final Chart chart = new Chart();
    private final Div plot = new Div(chart);
    private final Span asOf = new Span();
    private final Say say = new Say("");

    TargetPanel(PanelContext context) {
        this.context = context;
        words = new Words(context.locale());
        figures = new Div(figure("dash", "target", target), figure("dot", "actual", actual), figure("", "difference", difference));
        figures.addClassName("tri");
        plot.addClassName("plot");
        panel = new Panel("target", words.get("panel.target")).aside(asOf).body(figures, plot, say);
        panel.onTable(words.get("asTable"), () -> {
            chart.showTable(!chart.isTableShown());
            panel().setTableShown(chart.isTableShown());
        });
        context.onFigures(this::show);
    }

    Panel panel() {
        return panel;
    }

    private Div figure(String swatch, String key, Figure figure) {
        Div label = new Div();
        label.addClassName("lab");
        if (!swatch.isEmpty()) {
            Span mark = new Span();
            mark.addClassName(swatch);
            mark.getStyle().set("--c", "var(--sem-" + key + ")");
            label.add(mark);
        }
        label.add(new Span(words.get(key)));
        return new Div(label, figure);
    }

    private void show(HomeFigures news) {
        Optional<Budget> budget = news.money().budget();
        figures.setVisible(budget.isPresent());
        plot.setVisible(budget.isPresent());
        say.setVisible(budget.isEmpty());
        asOf.setVisible(budget.isPresent());
        panel.setTableOffered(budget.isPresent());
        if (budget.isEmpty()) {
            MissingBudget.say(say, "target", news, context, words);
            return;
        }
        Targets targets = new Targets(budget.get(), news.now(), words);
        Targets.Sum sum = targets.sum();
        set(target, sum.target(), budget.get());
        set(actual, sum.actual(), budget.get());
        if (sum.difference() == null) {
            difference.clear();
        } else {
            difference.set(words.formats().moneyDifference(sum.difference(), budget.get().currency()));
        }
        difference.setClassName("good", sum.difference() != null && sum.difference().signum() >= 0);
        difference.setClassName("bad", sum.difference() != null && sum.difference().signum() < 0);
        figures.setClassName("long", List.of(target, actual, difference).stream()
                .anyMatch(figure -> figure.getText().length() > LONG_TEXT));
        asOf.setText(targets.asOf());
        chart.show(targets.chart());
    }

    private void set(Figure figure, BigDecimal amount, Budget budget) {
        if (amount == null) {
            figure.clear();
        } else {
            figure.set(words.formats().money(amount, budget.currency()));
        }
    }
}
