package org.opensem.web.settings.internal.region;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.web.component.Panel;

/** How figures and dates look in a language and a zone. */
final class Samples {
    private static final BigDecimal AMOUNT = new BigDecimal("1234.56");
    private static final double ENERGY = 12.4;

    private final Translations texts;
    private final Panel panel;
    private final Span number = new Span();
    private final Span money = new Span();
    private final Span energy = new Span();
    private final Span date = new Span();
    private final Span time = new Span();
    private final Span offset = new Span();

    Samples(Translations texts) {
        this.texts = texts;
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        line(list, "sample.number", number);
        line(list, "sample.money", money);
        line(list, "sample.energy", energy);
        line(list, "sample.date", date);
        line(list, "sample.time", time);
        line(list, "sample.offset", offset);
        panel = new Panel("samples", texts.get("samples")).body(list);
    }

    private void line(DescriptionList list, String key, Span value) {
        list.add(new DescriptionList.Term(texts.get(key)), new DescriptionList.Description(value));
    }

    Panel panel() {
        return panel;
    }

    /** @param now null while the clock is away: then dates are left out */
    void show(Locale locale, ZonedDateTime now) {
        Formats formats = Formats.of(locale);
        set(number, formats.number(AMOUNT.doubleValue(), 2));
        set(money, formats.money(AMOUNT, Currency.getInstance(formats.locale())).toString());
        set(energy, formats.energy(ENERGY).toString());
        set(date, now == null ? "\u2013" : formats.dates().date(now.toLocalDate()));
        set(time, now == null ? "\u2013" : formats.dates().timeWithSeconds(now.toLocalTime()));
        set(offset, now == null ? "\u2013" : "UTC" + now.getOffset().getId().replace("Z", "+00:00"));
    }

    private static void set(Span span, String text) {
        if (!span.getText().equals(text)) {
            span.setText(text);
        }
    }
}
