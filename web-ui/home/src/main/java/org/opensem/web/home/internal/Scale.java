package org.opensem.web.home.internal;

/** The full scale of the phases' meters: it changes only when it is left, so that they do not jump. */
final class Scale {
    private static final double[] STEPS = {1, 2, 5, 10};

    private Scale() {}

    /**
     * @param before the scale so far, 0 at the start
     * @param watts the largest power to show
     * @return the same, or the next of 1, 2, 5, 10 … times 100 W that leaves a fifth free
     */
    static double grown(double before, double watts) {
        if (watts <= before) {
            return before;
        }
        double wanted = Math.max(100, watts * 1.25);
        double ten = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double step : STEPS) {
            if (step * ten >= wanted) {
                return step * ten;
            }
        }
        return 10 * ten;
    }
}
