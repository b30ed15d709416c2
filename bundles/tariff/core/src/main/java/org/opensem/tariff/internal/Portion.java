package org.opensem.tariff.internal;

import org.opensem.aggregation.Energy;

/** Energies that have one price, in milliwatt-seconds: whole numbers, multiplied by the price only once. */
final class Portion {
    long imported;
    long base;
    long l1;
    long l2;
    long l3;

    void add(Energy e) {
        imported += e.imported();
        base += e.base();
        l1 += e.l1();
        l2 += e.l2();
        l3 += e.l3();
    }

    /**
     * The part {@code [from, to)} of a slot of so many seconds, in proportion to the time. The parts of a slot that is cut add up
     * to it exactly.
     */
    void add(Energy e, long from, long to, long seconds) {
        imported += part(e.imported(), from, to, seconds);
        base += part(e.base(), from, to, seconds);
        l1 += part(e.l1(), from, to, seconds);
        l2 += part(e.l2(), from, to, seconds);
        l3 += part(e.l3(), from, to, seconds);
    }

    static long part(long value, long from, long to, long seconds) {
        return Math.multiplyExact(value, to) / seconds - Math.multiplyExact(value, from) / seconds;
    }

    void clear() {
        imported = 0;
        base = 0;
        l1 = 0;
        l2 = 0;
        l3 = 0;
    }
}
