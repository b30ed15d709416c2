package org.opensem.rest.internal;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Interval;

/**
 * The energies of all quarter-hours that there are, for the counters of /metrics. Asked every few seconds, they are added up
 * anew at most once a minute: a year has 35,040 of them.
 */
final class ImportedEnergy {
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long END = 253_402_300_800L;

    private EnergyService of;
    private long at;
    private Total total;

    /** In kWh. */
    record Total(double imported, double exported) {}

    synchronized Optional<Total> kilowattHours(EnergyService energy) {
        long now = System.nanoTime();
        if (total == null || of != energy || now - at > FRESH_NANOS) {
            Energy sum = Energy.NONE;
            for (Interval interval : energy.intervals(0, END)) {
                sum = sum.plus(interval.figures().energy());
            }
            total = new Total(sum.imported() / Energy.PER_KWH, sum.exported() / Energy.PER_KWH);
            of = energy;
            at = now;
        }
        return Optional.of(total);
    }
}
