package org.opensem.web.access.internal;

import java.util.Locale;

/** Three phases: the logo and the waves of the pages' dark half. */
final class Drawing {
    private static final String[] COLOURS = {"#8f86ff", "#e8962c", "#2cb8a7"};
    private static final int LOGO_POINTS = 32;
    private static final int WAVE_POINTS = 120;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 150;

    private Drawing() {}

    static String logo() {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\" fill=\"none\" "
                + "stroke-width=\"2.6\" stroke-linecap=\"round\">");
        for (int phase = 0; phase < COLOURS.length; phase++) {
            path(svg, phase, LOGO_POINTS, new Box(4, 24, 16, 7.5, 1));
        }
        return svg.append("</svg>").toString();
    }

    static String waves() {
        StringBuilder svg = new StringBuilder("<svg class=\"waves\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\" fill=\"none\" stroke-width=\"2\">");
        for (int phase = 0; phase < COLOURS.length; phase++) {
            path(svg, phase, WAVE_POINTS, new Box(0, WIDTH, HEIGHT / 2.0, HEIGHT * 0.42, 2));
        }
        return svg.append("</svg>").toString();
    }

    /** Where a wave lies. @param periods how often it swings */
    private record Box(double left, double width, double middle, double height, int periods) {}

    private static void path(StringBuilder svg, int phase, int points, Box box) {
        svg.append("<path stroke=\"").append(COLOURS[phase]).append("\" d=\"");
        for (int i = 0; i <= points; i++) {
            double part = (double) i / points;
            double angle = 2 * Math.PI * (part * box.periods() + (double) phase / COLOURS.length);
            svg.append(String.format(Locale.ROOT, "%s%.2f %.2f", i == 0 ? "M" : "L", box.left() + part * box.width(),
                    box.middle() - box.height() * Math.sin(angle)));
        }
        svg.append("\"/>");
    }
}
