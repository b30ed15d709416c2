package org.opensem.metering.simulator.internal;

import java.util.Random;
import java.util.SplittableRandom;

/** Chance as a function: the same seed and place give the same number, in whatever order they are asked for. */
final class Dice {
    private static final int NORMALS = 1 << 16;
    private static final float[] NORMAL = normals();
    private final long seed;

    Dice(long seed) {
        this.seed = mix(seed + 0x9e3779b97f4a7c15L);
    }

    /** 64 random bits of a place. */
    long bits(int what, long where) {
        return mix(seed ^ mix(where * 0x9e3779b97f4a7c15L + what));
    }

    /** 0 (inclusive) to 1 (exclusive). */
    double unit(int what, long where) {
        return (bits(what, where) >>> 11) * 0x1p-53;
    }

    /** A stream of numbers of its own. */
    SplittableRandom stream(int what, long where) {
        return new SplittableRandom(bits(what, where));
    }

    /** A normally distributed number of mean 0 and variance 1, chosen by 16 bits. */
    static float normal(long bits) {
        return NORMAL[(int) bits & NORMALS - 1];
    }

    private static float[] normals() {
        Random random = new Random(20);
        float[] table = new float[NORMALS];
        for (int i = 0; i < NORMALS; i++) {
            table[i] = (float) random.nextGaussian();
        }
        return table;
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
