package org.opensem.aggregation;

import java.time.LocalDate;

/**
 * A local day's base load: per phase the 1 % quantile of the valid one-minute medians, not below 0 (D1).
 *
 * @param day local date
 * @param totalMilliwatts the sum of the phases, or of the total where there are no phases
 * @param l1Milliwatts likewise l2, l3; 0 where the meter tells no phases
 * @param provisional whether the day is not over
 */
public record BaseLoad(
        LocalDate day, int totalMilliwatts, int l1Milliwatts, int l2Milliwatts, int l3Milliwatts, boolean provisional) {}
