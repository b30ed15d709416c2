package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Optional;
import org.opensem.language.Quantity;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;

/** What the last month would have cost, line by line. */
final class ExamplePanel {
    /** Below this, figures of a month are called a part of it. */
    private static final double WHOLE = 0.999;

    private final TariffWords words;
    private final Panel panel;
    private MonthUse use;

    ExamplePanel(TariffWords words) {
        this.words = words;
        panel = new Panel("example", words.get("example"));
    }

    Panel panel() {
        return panel;
    }

    /** The month has been read. */
    void use(MonthUse month) {
        use = month;
    }

    void show(TariffDraft tariff, Units units, int version) {
        if (use == null || use.coverage() == 0) {
            Paragraph none = new Paragraph(words.get(use == null ? "example.wait" : "example.none"));
            none.addClassNames("small", "mut");
            panel.replaceBody(none);
            return;
        }
        panel.setTitle(words.get("example.title", words.month(use.month().getMonth())));
        WorkedExample example = WorkedExample.of(use, tariff, version);
        boolean two = tariff.twoRates(version);
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        energy(list, units, two ? "rates.high" : "example.energy", example.highKwh(), tariff.price(version, "highPrice"),
                example.high());
        if (two) {
            energy(list, units, "rates.low", example.lowKwh(), tariff.price(version, "lowPrice"), example.low());
        }
        line(list, new Span(words.get("tier.base")), money(units, example.basePrice()));
        line(list, strong(words.get("example.sum")), money(units, example.sum()), "strong");
        line(list, new Span(words.get("instalment")), money(units, example.instalment()));
        BigDecimal difference = example.difference();
        line(list, new Span(words.get("example.difference")),
                difference == null ? new Figure() : new Figure(words.formats().moneyDifference(difference, units.currency())),
                "strong", difference != null && difference.signum() < 0 ? "bad" : "even");
        panel.replaceBody(list);
        if (use.coverage() < WHOLE) {
            Paragraph partial = new Paragraph(words.get("example.partial", words.formats().share(use.coverage())));
            partial.addClassNames("small", "mut");
            panel.body(partial);
        }
    }

    private void energy(DescriptionList list, Units units, String key, BigDecimal kwh, Optional<BigDecimal> price,
            BigDecimal cost) {
        Span name = new Span(words.get(key));
        Quantity energy = words.formats().energy(kwh.doubleValue(), 1);
        Span how = new Span(price.map(p -> energy + " \u00d7 " + units.briefPrice(p)).orElseGet(energy::toString));
        how.addClassName("how");
        line(list, new Span(name, how), money(units, cost));
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("strong");
        return span;
    }

    private Figure money(Units units, BigDecimal amount) {
        return amount == null ? new Figure() : new Figure(words.formats().money(amount, units.currency()));
    }

    private static void line(DescriptionList list, Component name, Figure value, String... classes) {
        Description description = new Description(value);
        description.addClassNames(classes);
        list.add(new Term(name), description);
    }
}
