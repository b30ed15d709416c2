package org.opensem.store.internal.codec;

import java.util.Arrays;
import org.opensem.metering.Sample;
import org.opensem.store.SecondVisitor;

/** The seconds of one UTC hour, plain: what a block decodes to and is made from. Not thread-safe. */
public final class HourImage {
    public static final int SECONDS = 3600;
    public static final int MINUTES = 60;
    static final int WORDS = (SECONDS + 63) / 64;

    /** Of the seconds without phases; where there are phases, the total is their sum. */
    final int[] total = new int[SECONDS];
    final int[] l1 = new int[SECONDS];
    final int[] l2 = new int[SECONDS];
    final int[] l3 = new int[SECONDS];
    final long[] present = new long[WORDS];
    final long[] phased = new long[WORDS];
    private long hour;
    private int count;
    private int phasedCount;

    /** @param hour hours since 1970 */
    public HourImage(long hour) {
        this.hour = hour;
    }

    /** Empties it for another hour. */
    public HourImage reset(long otherHour) {
        hour = otherHour;
        count = 0;
        phasedCount = 0;
        Arrays.fill(present, 0);
        Arrays.fill(phased, 0);
        return this;
    }

    public long hour() {
        return hour;
    }

    /** Stored seconds. */
    public int count() {
        return count;
    }

    /** Stored seconds that have phases. */
    public int phasedCount() {
        return phasedCount;
    }

    /** Whether the second, 0 to 3599, is there. */
    public boolean has(int second) {
        return (present[second >>> 6] >>> second & 1) != 0;
    }

    /** Whether the second is there and has phases. */
    public boolean hasPhases(int second) {
        return (phased[second >>> 6] >>> second & 1) != 0;
    }

    /** Whether every second of [from, to) is there with phases. */
    boolean allPhased(int from, int to) {
        if (phasedCount == SECONDS) {
            return true;
        }
        for (int s = from; s < to; s++) {
            if (!hasPhases(s)) {
                return false;
            }
        }
        return true;
    }

    public int total(int second) {
        return hasPhases(second) ? l1[second] + l2[second] + l3[second] : total[second];
    }

    public int l1(int second) {
        return hasPhases(second) ? l1[second] : Sample.ABSENT;
    }

    public int l2(int second) {
        return hasPhases(second) ? l2[second] : Sample.ABSENT;
    }

    public int l3(int second) {
        return hasPhases(second) ? l3[second] : Sample.ABSENT;
    }

    /** Shows the seconds of [from, to) that are there. */
    public void visit(int from, int to, SecondVisitor visitor) {
        long start = hour * SECONDS;
        if (phasedCount == SECONDS) {
            for (int s = from; s < to; s++) {
                int a = l1[s];
                int b = l2[s];
                int c = l3[s];
                visitor.second(start + s, a + b + c, a, b, c);
            }
        } else {
            for (int s = next(from); s >= 0 && s < to; s = next(s + 1)) {
                visitor.second(start + s, total(s), l1(s), l2(s), l3(s));
            }
        }
    }

    /** Sets a second, whatever was there. The total of a second with phases is their sum. */
    public void put(int second, int totalMilliwatts, int l1Milliwatts, int l2Milliwatts, int l3Milliwatts) {
        int word = second >>> 6;
        long bit = 1L << second;
        count += (present[word] & bit) == 0 ? 1 : 0;
        phasedCount -= (phased[word] & bit) == 0 ? 0 : 1;
        present[word] |= bit;
        if (l1Milliwatts == Sample.ABSENT) {
            phased[word] &= ~bit;
            total[second] = totalMilliwatts;
        } else {
            phased[word] |= bit;
            phasedCount++;
            l1[second] = l1Milliwatts;
            l2[second] = l2Milliwatts;
            l3[second] = l3Milliwatts;
        }
    }

    /** Takes a second away that is there. */
    public void remove(int second) {
        int word = second >>> 6;
        long bit = 1L << second;
        count -= (present[word] & bit) == 0 ? 0 : 1;
        phasedCount -= (phased[word] & bit) == 0 ? 0 : 1;
        present[word] &= ~bit;
        phased[word] &= ~bit;
    }

    /** The first second that is there, or -1. */
    public int first() {
        return next(0);
    }

    /** The first second at or after this one that is there, or -1. */
    public int next(int second) {
        int start = second >>> 6;
        for (int word = start; word < WORDS; word++) {
            long rest = word == start ? present[word] & -1L << second : present[word];
            if (rest != 0) {
                return word * 64 + Long.numberOfTrailingZeros(rest);
            }
        }
        return -1;
    }

    /** The last second that is there, or -1. */
    public int last() {
        for (int word = WORDS - 1; word >= 0; word--) {
            if (present[word] != 0) {
                return word * 64 + 63 - Long.numberOfLeadingZeros(present[word]);
            }
        }
        return -1;
    }

    /** Makes this one equal to another. */
    public HourImage copyFrom(HourImage other) {
        hour = other.hour;
        count = other.count;
        phasedCount = other.phasedCount;
        System.arraycopy(other.total, 0, total, 0, SECONDS);
        System.arraycopy(other.l1, 0, l1, 0, SECONDS);
        System.arraycopy(other.l2, 0, l2, 0, SECONDS);
        System.arraycopy(other.l3, 0, l3, 0, SECONDS);
        System.arraycopy(other.present, 0, present, 0, WORDS);
        System.arraycopy(other.phased, 0, phased, 0, WORDS);
        return this;
    }

    /** Takes over both masks, with the counts that follow. */
    void masks(long[] presentMask, long[] phasedMask) {
        count = 0;
        phasedCount = 0;
        for (int i = 0; i < WORDS; i++) {
            present[i] = presentMask[i];
            phased[i] = phasedMask[i];
            count += Long.bitCount(presentMask[i]);
            phasedCount += Long.bitCount(phasedMask[i]);
        }
    }
}
