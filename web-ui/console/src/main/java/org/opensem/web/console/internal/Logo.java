package org.opensem.web.console.internal;

import java.util.Locale;

/** Three phases, 120 degrees apart, in their colours. */
final class Logo {
    private static final int POINTS = 32;

    private Logo() {}

    static String html() {
        StringBuilder svg = new StringBuilder("<span class='icon'><svg viewBox='0 0 32 32' aria-hidden='true' fill='none' "
                + "stroke-width='2.6' stroke-linecap='round'>");
        for (int phase = 0; phase < 3; phase++) {
            svg.append("<path stroke='var(--sem-l").append(phase + 1).append(")' d='");
            for (int i = 0; i <= POINTS; i++) {
                double angle = 2 * Math.PI * ((double) i / POINTS + phase / 3.0);
                double y = 16 - 7.5 * Math.sin(angle);
                svg.append(String.format(Locale.ROOT, "%s%.2f %.2f", i == 0 ? "M" : "L", 4 + i * 0.75, y));
            }
            svg.append("'/>");
        }
        return svg.append("</svg></span>").toString();
    }
}
