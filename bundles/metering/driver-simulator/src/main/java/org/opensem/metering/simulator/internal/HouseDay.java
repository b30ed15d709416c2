package org.opensem.metering.simulator.internal;

import java.util.List;
import org.opensem.metering.Phase;

/** The power of a local day without its noise, drawn once. */
final class HouseDay {
    private static final float[] STANDBY_WATTS = {46, 27, 21};
    private final long start;
    private final float[][] watts;

    /**
     * @param start epoch second of local midnight
     * @param end epoch second of the next local midnight
     */
    HouseDay(long start, long end, List<Run> runs) {
        this.start = start;
        this.watts = new float[Phase.values().length][(int) (end - start)];
        for (int phase = 0; phase < watts.length; phase++) {
            for (int i = 0; i < watts[phase].length; i++) {
                watts[phase][i] = STANDBY_WATTS[phase] + (float) Math.sin((start + i) / (4000.0 + 900 * phase));
            }
        }
        runs.forEach(this::draw);
    }

    boolean contains(long epochSecond) {
        return epochSecond >= start && epochSecond < start + watts[0].length;
    }

    float watts(int phase, long epochSecond) {
        return watts[phase][(int) (epochSecond - start)];
    }

    private void draw(Run run) {
        int from = (int) Math.max(0, run.start() - start);
        int to = (int) Math.min(watts[0].length, run.start() + run.seconds() - start);
        for (int i = from; i < to; i++) {
            float power = (float) run.curve().watts((int) (start + i - run.start()));
            if (run.phase() != null) {
                watts[run.phase().ordinal()][i] += power;
            } else {
                watts[0][i] += power;
                watts[1][i] += power * 0.985f;
                watts[2][i] += power * 1.012f;
            }
        }
    }
}
