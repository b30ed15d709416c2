package org.opensem.report.internal.pdf;

import java.io.IOException;

/** The mark: three phases, 120 degrees apart. */
final class Mark {
    private static final int POINTS = 32;
    private static final float WIDTH = 16;
    private static final float AMPLITUDE = 5;

    private Mark() {}

    /** @param y of its upper edge */
    static void draw(Sheet sheet, float x, float y) throws IOException {
        for (int phase = 0; phase < 3; phase++) {
            float[][] points = new float[POINTS + 1][];
            for (int i = 0; i <= POINTS; i++) {
                double angle = 2 * Math.PI * ((double) i / POINTS + phase / 3.0);
                points[i] = new float[] {x + WIDTH * i / POINTS, y + AMPLITUDE - AMPLITUDE * (float) Math.sin(angle)};
            }
            sheet.curve(points, Palette.of("l" + (phase + 1)), 1.7f);
        }
    }
}
