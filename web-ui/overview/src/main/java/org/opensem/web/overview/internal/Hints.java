package org.opensem.web.overview.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.opensem.report.Pricing;
import org.opensem.web.Icons;
import org.opensem.web.Unit;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Panel;

/** What the view says besides figures: no price yet, nothing measured yet, figures that are being updated. */
final class Hints {
    private static final String SETTINGS = "settings";

    private final Words words;
    private final ViewContext context;
    private final Span line = new Span();
    private final Span bannerText = new Span();
    private final NativeButton step = new NativeButton();
    private final Div banner = new Div(bannerText, step);
    private final Panel say = new Panel("say", "");
    private final Span sayTitle = new Span();
    private final Paragraph sayMore = new Paragraph();

    Hints(Words words, ViewContext context) {
        this.words = words;
        this.context = context;
        line.addClassName("note");
        line.setVisible(false);
        banner.addClassName("banner");
        banner.setVisible(false);
        step.setText(words.get("price.step"));
        step.addClassName("link");
        step.addClickListener(click -> context.open(SETTINGS, Map.of("section", "tariff")));
        sayTitle.addClassName("strong");
        Div box = new Div(Icons.of("table"), sayTitle, sayMore);
        box.addClassName("say");
        say.replaceBody(box);
        say.setVisible(false);
    }

    Span line() {
        return line;
    }

    Div banner() {
        return banner;
    }

    Panel say() {
        return say;
    }

    /** @param wanted the unit that was chosen, where another is shown for want of a price */
    void show(Shot shot, Unit wanted, boolean moneyStays) {
        boolean other = shot.shown(wanted) != wanted;
        line.setText(moneyStays || other && shot.moneyAway() ? words.get("money.away") : "");
        line.setVisible(!line.getText().isEmpty());
        banner.setVisible(other && !shot.moneyAway() && !shot.empty());
        boolean price = shot.overview().pricing().state() == Pricing.State.NO_TARIFF;
        bannerText.setText(words.get(price ? "price.none" : "co2.none"));
        step.setVisible(context.hasView(SETTINGS));
        say.setVisible(shot.empty());
        if (shot.empty()) {
            tell("empty");
        }
    }

    /** The figures' service is away; the last figures stay if there are any. */
    void showAway(boolean figuresStay) {
        say.setVisible(!figuresStay);
        line.setVisible(figuresStay);
        if (figuresStay) {
            line.setText(words.get("away.stay"));
        } else {
            banner.setVisible(false);
            tell("away");
        }
    }

    private void tell(String key) {
        sayTitle.setText(words.get(key));
        sayMore.setText(words.get(key + ".more"));
    }
}
