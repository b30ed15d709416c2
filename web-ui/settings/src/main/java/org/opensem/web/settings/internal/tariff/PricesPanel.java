package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.opensem.web.Icons;
import org.opensem.web.component.IconButton;
import org.opensem.web.component.Panel;
import org.opensem.web.component.Segments;
import org.opensem.web.settings.FormFields;
import org.opensem.web.settings.NumberStyle;
import org.opensem.web.settings.SettingsForm;

/** The tiers of a version: from which consumption on, base price, price in one or two rates. */
final class PricesPanel {
    private final SettingsForm form;
    private final TariffWords words;
    private final Panel panel;
    private final FormFields root;
    private final Runnable changed;
    private final Span applies = new Span();
    private final List<Span> marks = new ArrayList<>();
    private FormFields fields;
    private int version;

    /** @param changed the form of the prices is another one now, and everything of this version is to be made anew */
    PricesPanel(SettingsForm form, TariffWords words, Runnable changed) {
        this.form = form;
        this.words = words;
        this.changed = changed;
        root = form.fields();
        panel = new Panel("prices", words.get("prices"));
        applies.addClassNames("small", "mut");
    }

    Panel panel() {
        return panel;
    }

    /** Makes the fields of a version. */
    void show(TariffDraft tariff, Units units, int index) {
        version = index;
        root.clear();
        marks.clear();
        fields = root.in(TariffDraft.version(index));
        Segments<String> rates = fields.segments("rates", words.get("rates"), options("1", "rates.one", "2", "rates.two"));
        rates.addValueChangeListener(event -> again(event.isFromClient()));
        Div grid = new Div();
        grid.addClassNames("tiers", tariff.twoRates(index) ? "two" : "one");
        grid.add(head(tariff.twoRates(index)));
        for (int i = 0; i < tariff.tiers(index); i++) {
            grid.add(row(tariff, units, i));
        }
        panel.aside(rates).replaceBody(grid, fields.faults("tiers"), foot(tariff));
        edited(tariff);
    }

    private void again(boolean byUser) {
        if (byUser) {
            changed.run();
        }
    }

    private static SequencedMap<String, String> pairs(String... pairs) {
        SequencedMap<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private SequencedMap<String, String> options(String one, String oneKey, String two, String twoKey) {
        return pairs(one, words.get(oneKey), two, words.get(twoKey));
    }

    private Div head(boolean low) {
        Div head = new Div();
        head.addClassNames("tier", "th");
        head.getElement().setAttribute("aria-hidden", "true");
        Stream.of("tier.from", "tier.base", low ? "tier.high" : "tier.price", low ? "tier.low" : "")
                .filter(key -> !key.isEmpty()).forEach(key -> head.add(new Span(words.get(key))));
        return head;
    }

    private Div row(TariffDraft tariff, Units units, int tier) {
        FormFields at = fields.in("tiers[" + tier + "]");
        boolean low = tariff.twoRates(version);
        TextField from = cell(at, tier, "fromKwh", "tier.from", NumberStyle.of("kWh"));
        from.setReadOnly(tier == 0);
        Div row = new Div(from, cell(at, tier, "basePrice", "tier.base", units.money(tariff.basePricePerYear(version))),
                cell(at, tier, "highPrice", low ? "tier.high" : "tier.price", units.price()));
        if (low) {
            row.add(cell(at, tier, "lowPrice", "tier.low", units.price()));
        }
        Div end = new Div();
        end.addClassName("end");
        Span mark = new Span(words.get("tier.applies"));
        mark.addClassName("applies");
        marks.add(mark);
        Span which = new Span(words.get("tier", tier + 1));
        which.addClassName("which");
        end.add(which, mark);
        if (tier > 0) {
            end.add(new IconButton("close", words.get("tier.remove", tier + 1), () -> {
                tariff.removeTier(version, tier);
                changed.run();
            }).bare());
        }
        row.add(end);
        row.addClassName("tier");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", words.get("tier", tier + 1));
        return row;
    }

    private TextField cell(FormFields at, int tier, String name, String key, NumberStyle style) {
        TextField field = at.number(name, words.get(key), style);
        at.named(field, words.get("tier.field", tier + 1, words.get(key)));
        return field;
    }

    private Div foot(TariffDraft tariff) {
        Button add = new Button(words.get("tier.add"), Icons.of("plus"), event -> {
            tariff.addTier(version);
            changed.run();
        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add.setEnabled(tariff.tiers(version) < TariffDraft.MOST_TIERS);
        Segments<String> per = fields.segments("basePricePer", words.get("base.per"),
                options("month", "base.month", "year", "base.year"));
        per.addValueChangeListener(event -> again(event.isFromClient()));
        Span label = new Span(words.get("base.per"));
        label.addClassNames("small", "mut");
        label.getElement().setAttribute("aria-hidden", "true");
        Div base = new Div(label, per);
        base.addClassNames("row", "base");
        Div foot = new Div(add, applies, base);
        foot.addClassNames("row", "wrap", "foot");
        return foot;
    }

    /** Says which tier applies. */
    void edited(TariffDraft tariff) {
        List<String> said = tariff.tiers(version) < 2 ? List.of()
                : form.draft().number("lastYearKwh").map(kwh -> List.of(words.get("tier.chosen",
                        NumberStyle.of("kWh").write(kwh, words.formats().locale()), tariff.appliedTier(version) + 1)))
                        .orElse(List.of(words.get("tier.unknown")));
        applies.setText(String.join("", said));
        for (int i = 0; i < marks.size(); i++) {
            marks.get(i).setVisible(marks.size() > 1 && tariff.appliedTier(version) == i);
        }
    }
}
