package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Optional;
import org.opensem.language.PowerUnit;
import org.opensem.metering.Sample;
import org.opensem.tariff.Budget;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.PanelContext;

/** What is prepaid now against the power now, what is left of the instalment, and where it leads to (H6). */
final class BudgetPanel {
    private final PanelContext context;
    private final Words words;
    private final Panel panel;
    private final Dial dial;
    private final Figure power = Figure.sized("fig", "m");
    private final Span against = new Span();
    private final Div now;
    private final Line remaining = new Line("lab");
    private final Gauge gauge;
    private final Span none = new Span();
    private final Line month = new Line("small");
    private final Line year = new Line("small");
    private final Div rest;
    private final Div body;
    private final BudgetTable table;
    private final Say say = new Say("");
    private Optional<Budget.Prepaid> prepaid = Optional.empty();
    private Optional<Sample> newest = Optional.empty();
    private Optional<Sample> silent = Optional.empty();
    private HomeFigures figures;
    private PowerUnit unit = PowerUnit.WATT;
    private boolean tableShown;

    BudgetPanel(PanelContext context) {
        this.context = context;
        words = new Words(context.locale());
        dial = new Dial(words);
        gauge = new Gauge(words.get("gauge.name"));
        table = new BudgetTable(words);
        against.addClassNames("small", "mut");
        none.addClassNames("small", "mut");
        Div text = new Div(power, against);
        text.addClassName("dialtext");
        now = new Div(dial, text);
        now.addClassName("now");
        rest = new Div(remaining, gauge, none, month, year);
        rest.addClassName("rest");
        body = new Div(now, rest);
        body.addClassName("money");
        panel = new Panel("budget", words.get("panel.budget")).body(body, table, say);
        panel.onTable(words.get("asTable"), this::toggle);
        table.setVisible(false);
        context.onFigures(this::show);
        context.onLive(this::show);
    }

    Panel panel() {
        return panel;
    }

    private void toggle() {
        tableShown = !tableShown;
        panel.setTableShown(tableShown);
        if (figures != null) {
            show(figures);
        }
    }

    private void show(HomeFigures news) {
        figures = news;
        BudgetFigures budget = new BudgetFigures(news, words);
        body.setVisible(budget.known() && !tableShown);
        table.setVisible(budget.known() && tableShown);
        say.setVisible(!budget.known());
        panel.setTableOffered(budget.known());
        if (!budget.known()) {
            MissingBudget.say(say, "budget", news, context, words);
            return;
        }
        prepaid = budget.prepaid();
        silent = news.silent();
        now.setVisible(prepaid.isPresent());
        prepaid.ifPresent(paid -> dial.setPrepaid(paid.watts().doubleValue()));
        showPower();
        showRemaining(budget);
        showProjection(budget);
        table.show(budget);
    }

    private void showRemaining(BudgetFigures budget) {
        Optional<Budget> period = budget.period();
        remaining.setVisible(period.isPresent());
        gauge.setVisible(period.isPresent());
        none.setVisible(period.isEmpty());
        none.setText(words.get("instalment.none.then"));
        period.ifPresent(shown -> {
            remaining.show(budget.remainingLabel(), budget.money(shown.remaining().money()), "",
                    budget.nothingLeft() ? "bad" : "");
            gauge.show(budget.gauge(), budget.energy(shown.consumed()), budget.energy(shown.remaining()), budget.gaugeText());
        });
    }

    private void showProjection(BudgetFigures budget) {
        month.setVisible(budget.projection().isPresent());
        year.setVisible(budget.projection().isPresent());
        budget.projection().ifPresent(projection -> {
            showLine(month, budget.monthLabel(), projection.monthEnd(), budget.monthDifference(), budget);
            showLine(year, words.get("projection.year"), projection.billingYearEnd(), projection.refund(), budget);
        });
    }

    private static void showLine(Line line, String label, BigDecimal amount, BigDecimal difference, BudgetFigures budget) {
        line.setVisible(amount != null);
        String sign = difference == null ? "" : difference.signum() < 0 ? "bad" : "good";
        line.show(label, budget.money(amount), difference == null ? "" : budget.difference(difference), sign);
    }

    private void show(Sample sample) {
        newest = Optional.of(sample);
        silent = Optional.empty();
        showPower();
    }

    /** Each second. */
    private void showPower() {
        if (newest.isEmpty() || prepaid.isEmpty()) {
            power.clear();
            against.setText("");
            dial.hideNeedle();
            return;
        }
        double watts = newest.get().totalMilliwatts() / 1000.0;
        unit = words.formats().livePowerUnit(watts, unit);
        power.set(words.formats().power(watts, unit));
        String remark = silent.isPresent() ? words.get("power.of", words.clock(silent.get(), figures.now()))
                : BudgetFigures.against(watts, prepaid.get().watts().doubleValue(), words);
        against.setText(remark);
        dial.point(watts, power.getText() + ", " + remark);
    }

    /** A name, an amount and, where there is one, a difference. */
    private static final class Line extends Div {
        private final Span name = new Span();
        private final Span amount = new Span();
        private final Span difference = new Span();

        Line(String size) {
            addClassNames("line-of-money", size);
            amount.addClassName("amount");
            difference.addClassName("difference");
            Span both = new Span(amount, difference);
            both.addClassName("both");
            add(name, both);
        }

        /** @param sign class of what is good or bad: of the difference, or of the amount if there is none */
        void show(String label, String money, String change, String sign) {
            name.setText(label);
            amount.setText(money);
            difference.setText(change);
            difference.setVisible(!change.isEmpty());
            Span signed = change.isEmpty() ? amount : difference;
            for (String one : new String[] {"good", "bad"}) {
                signed.setClassName(one, one.equals(sign));
            }
        }
    }
}
