package org.opensem.aggregation;

/**
 * Energies of a time span in milliwatt-seconds (3.6e9 mWs = 1 kWh): whole numbers, so that sums are exact.
 *
 * @param imported Σ max(total, 0)
 * @param exported Σ max(−total, 0)
 * @param l1 Σ max(L1, 0); likewise l2, l3; 0 where the meter tells no phases
 * @param phased Σ max(total, 0) of the seconds that had phases
 * @param base the base load's part of the import (D1); switched = imported − base
 */
public record Energy(long imported, long exported, long l1, long l2, long l3, long phased, long base) {
    public static final Energy NONE = new Energy(0, 0, 0, 0, 0, 0, 0);
    /** Milliwatt-seconds of a kilowatt-hour. */
    public static final double PER_KWH = 3.6e9;

    public Energy {
        if (imported < 0 || exported < 0 || base < 0 || base > imported) {
            throw new IllegalArgumentException("Energies are not negative, and the base load is a part of the import");
        }
    }

    public Energy plus(Energy o) {
        return new Energy(
                imported + o.imported, exported + o.exported, l1 + o.l1, l2 + o.l2, l3 + o.l3, phased + o.phased, base + o.base);
    }

    public long switched() {
        return imported - base;
    }
}
