package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Optional;
import org.opensem.language.Quantity;
import org.opensem.tariff.Tariff;
import org.opensem.web.component.Figure;

/** The price of now, by the tariff that is in force: what is saved, or a plug-in's. */
final class NowPanel extends Section {
    private final TariffWords words;
    private final Figure figure = Figure.sized("fig", "m");
    private final Paragraph until = new Paragraph();

    NowPanel(TariffWords words) {
        this.words = words;
        addClassNames("card", "p-now");
        getElement().setAttribute("aria-label", words.get("now"));
        Div label = new Div(words.get("now"));
        label.addClassName("lab");
        until.addClassNames("small", "mut");
        add(label, figure, until);
    }

    void show(Optional<Tariff> tariff, ZonedDateTime now) {
        Optional<PriceNow> price = tariff.flatMap(service -> PriceNow.of(service, now.toInstant()));
        Currency currency = tariff.map(Tariff::revision).map(Tariff.Revision::currency).orElse(null);
        setVisible(price.isPresent() && currency != null);
        if (isVisible()) {
            Units units = new Units(currency, words.formats(), words.texts());
            figure.set(new Quantity("", units.price().write(price.get().price(), words.formats().locale()), units.price().unit(),
                    false, true));
            String text = price.get().text(words, now);
            if (!text.equals(until.getText())) {
                until.setText(text);
            }
        }
    }
}
