package org.opensem.web.overview.internal;

import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.opensem.report.Pricing;
import org.opensem.web.Unit;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Banner;
import org.opensem.web.component.Panel;
import org.opensem.web.component.Say;

/** What the view says besides figures: no price yet, nothing measured yet, figures that are being updated. */
final class Hints {
    private static final String SETTINGS = "settings";

    private final Words words;
    private final ViewContext context;
    private final Span line = new Span();
    private final Banner banner = new Banner();
    private final Say say = new Say("table");
    private final Panel panel = new Panel("say", "");

    Hints(Words words, ViewContext context) {
        this.words = words;
        this.context = context;
        line.addClassName("note");
        line.setVisible(false);
        banner.step(words.get("price.step"), () -> context.open(SETTINGS, Map.of("section", "tariff")));
        say.step(words.get("empty.step"), () -> context.open(SETTINGS, Map.of("section", "driver")));
        panel.setTitle(words.get("title"));
        panel.replaceBody(say);
        panel.setVisible(false);
    }

    Span line() {
        return line;
    }

    Banner banner() {
        return banner;
    }

    Panel panel() {
        return panel;
    }

    /**
     * @param wanted the unit that was chosen, where another is shown for want of a price
     * @param moneyStays whether money is shown that is not renewed at the moment
     */
    void show(Shot shot, Unit wanted, boolean moneyStays) {
        boolean other = shot.shown(wanted) != wanted && !shot.empty();
        remark(moneyStays || other && shot.moneyAway() ? words.get("money.away") : "");
        String price = words.get(shot.overview().pricing().state() == Pricing.State.NO_TARIFF ? "price.none" : "co2.none");
        banner.tell(other && !shot.moneyAway() ? price : "", context.hasView(SETTINGS));
        panel.setVisible(shot.empty());
        say.tell(words.get("empty"), words.get("empty.more"));
        say.offer(context.hasView(SETTINGS));
    }

    /** The figures' service is away; the last figures stay if there are any. */
    void showAway(boolean figuresStay) {
        panel.setVisible(!figuresStay);
        say.tell(words.get("away"), words.get("away.more"));
        say.offer(false);
        remark(figuresStay ? words.get("away.stay") : "");
    }

    private void remark(String text) {
        line.setText(text);
        line.setVisible(!text.isEmpty());
    }
}
