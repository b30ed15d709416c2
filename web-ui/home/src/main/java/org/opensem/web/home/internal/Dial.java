package org.opensem.web.home.internal;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.opensem.language.Formats;

/**
 * The half circle from 0 to twice the prepaid power, which so stands at its top, and a needle at the power now (H6). The needle
 * stays within the scale; the figure that is said does not.
 */
final class Dial extends Div {
    private static final int HALF_CIRCLE = 180;
    private static final String DRAWING = """
            <svg viewBox='0 0 200 116' width='200' height='116' aria-hidden='true' focusable='false'>
            <path class='below' d='M22 105.6A78 78 0 0 1 99.265 27.603'/>
            <path class='above' d='M100.735 27.603A78 78 0 0 1 178 105.6'/>
            <g class='needle'><path d='M-4.5 0L-1.4 -77L1.4 -77L4.5 0Z'/><circle r='7'/></g></svg>""";

    private final Words words;
    private final Span low = label("s0");
    private final Span middle = label("s1");
    private final Span high = label("s2");
    private double prepaidWatts;

    Dial(Words words) {
        this.words = words;
        addClassName("dial");
        Div drawing = new Div(new Html("<span>" + DRAWING + "</span>"));
        drawing.addClassName("drawing");
        add(drawing, low, middle, high);
        getElement().setAttribute("role", "meter");
        getElement().setAttribute("aria-label", words.get("dial.name"));
        getElement().setAttribute("aria-valuemin", "0");
        low.setText("0");
        hideNeedle();
    }

    private static Span label(String name) {
        Span span = new Span();
        span.addClassName(name);
        span.getElement().setAttribute("aria-hidden", "true");
        return span;
    }

    /** @param watts prepaid power, above 0 */
    void setPrepaid(double watts) {
        prepaidWatts = watts;
        Formats formats = words.formats();
        middle.setText(words.get("prepaid.is", formats.power(watts)));
        high.setText(formats.power(2 * watts).toString());
        getElement().setAttribute("aria-valuemax", String.valueOf(Math.round(2 * watts)));
    }

    /** Points at a power. @param text what a screen reader says of it */
    void point(double watts, String text) {
        double fraction = fraction(watts, prepaidWatts);
        setClassName("pointing", true);
        getStyle().set("--turn", String.format(Locale.ROOT, "%.1fdeg", (fraction - 0.5) * HALF_CIRCLE));
        getElement().setAttribute("aria-valuenow", String.valueOf(Math.round(fraction * 2 * prepaidWatts)));
        getElement().setAttribute("aria-valuetext", text);
    }

    void hideNeedle() {
        setClassName("pointing", false);
        getElement().setAttribute("aria-valuenow", "0");
        getElement().setAttribute("aria-valuetext", words.get("dial.none"));
    }

    /** The needle's place on the scale, from 0 to 1. */
    static double fraction(double watts, double prepaidWatts) {
        return Math.clamp(watts / (2 * prepaidWatts), 0, 1);
    }
}
