package org.opensem.aggregation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Figures of periods, from the quarter-hours; always what the stored seconds say, recomputed after every change of them. They are
 * calibrated ({@link Calibration}); {@link #raw} are not.
 */
@ProviderType
public interface EnergyService {

    /** A period in the next smaller unit; an hour in minutes while its seconds are kept, else in quarter-hours (H3). */
    EnergyReport energy(Period period);

    /** The quarter-hours that have coverage and start in {@code [from, to)}, ascending; epoch seconds. */
    List<Interval> intervals(long from, long to);

    /** A local day's base load in the configured zone (D1); empty without any measured day so far. */
    Optional<BaseLoad> baseLoad(LocalDate day);

    /** The same figures as the meter says them, without the correction factor (E4); {@code this} where they are so already. */
    EnergyService raw();

    /** How far the derived figures are behind the seconds. */
    AggregationStatus status();
}
