package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * The linear gauge (H6): green up to what is left of the instalment, at two thirds of the scale, red beyond; below it a bar of
 * what was consumed so far. With nothing left all of it is red.
 */
final class Gauge extends Div {
    private static final double ALL = 100;
    private static final double TWO_THIRDS = ALL * 2 / 3;

    private final Div green = new Div();
    private final Div red = new Div();
    private final Div used = new Div();
    private final Span consumed = new Span();
    private final Span remaining = new Span();

    Gauge(String name) {
        addClassName("linear");
        green.addClassName("left");
        red.addClassName("beyond");
        Div track = new Div(green, red);
        track.addClassName("track");
        Div bar = new Div(used);
        bar.addClassName("used");
        consumed.addClassName("l");
        remaining.addClassName("r");
        add(track, bar, consumed, remaining);
        getElement().setAttribute("role", "meter");
        getElement().setAttribute("aria-label", name);
        getElement().setAttribute("aria-valuemin", "0");
        getElement().setAttribute("aria-valuemax", "100");
    }

    /**
     * @param green end of the green part, 0 to 100
     * @param used end of the bar, 0 to 100
     */
    record Ends(double green, double used) {
        /** Of energies, or of any other amounts of one unit. */
        static Ends of(double remaining, double consumed) {
            if (remaining <= 0) {
                return new Ends(0, consumed > 0 ? ALL : 0);
            }
            return new Ends(TWO_THIRDS, Math.clamp(consumed / remaining * TWO_THIRDS, 0, ALL));
        }
    }

    /** @param text what a screen reader says */
    void show(Ends ends, String consumedText, String remainingText, String text) {
        green.setVisible(ends.green() > 0);
        green.getStyle().set("width", percent(ends.green()));
        red.getStyle().set("width", percent(ALL - ends.green()));
        used.getStyle().set("width", percent(ends.used()));
        consumed.setText(consumedText);
        remaining.setText(remainingText);
        remaining.setVisible(ends.green() > 0);
        getElement().setAttribute("aria-valuenow", String.valueOf(Math.round(ends.used())));
        getElement().setAttribute("aria-valuetext", text);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }
}
