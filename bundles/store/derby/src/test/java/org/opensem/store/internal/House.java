package org.opensem.store.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opensem.metering.Sample;

/** A made-up house for measuring: noise of 0.25 W + 0.1 % of the load on each phase, and loads that switch. */
public final class House {
    private final Random random;
    private final double[] level = new double[3];
    private double noiseBits;
    private long seconds;

    public House(long seed) {
        random = new Random(seed);
        for (int p = 0; p < 3; p++) {
            level[p] = 80_000 + random.nextInt(200_000);
        }
    }

    /** The next second. */
    public Sample at(long epochSecond) {
        int[] phases = new int[3];
        for (int p = 0; p < 3; p++) {
            if (random.nextInt(1200) == 0) {
                level[p] = 60_000 + random.nextInt(200_000) + (random.nextInt(8) == 0 ? 2_000_000 : 0);
            }
            double sigma = 250 + level[p] / 1000;
            phases[p] = (int) Math.round(level[p] + random.nextGaussian() * sigma);
            noiseBits += Math.log(2 * Math.PI * Math.E * sigma * sigma) / Math.log(2) / 2;
        }
        seconds++;
        return Sample.ofPhases(epochSecond, phases[0], phases[1], phases[2]);
    }

    public List<Sample> range(long from, long to) {
        List<Sample> samples = new ArrayList<>((int) (to - from));
        for (long s = from; s < to; s++) {
            samples.add(at(s));
        }
        return samples;
    }

    /** What no code can go below: bytes for the noise of the seconds made so far, per second. */
    public double floorBytesPerSecond() {
        return noiseBits / 8 / seconds;
    }
}
