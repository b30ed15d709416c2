package org.opensem.aggregation.internal;

/**
 * A local day's base load (D1).
 *
 * @param day epoch day of the local date
 * @param fixed whether it was computed when the day was over
 * @param phasedMinutes valid minutes with phases
 * @param totalMinutes valid minutes
 * @param own the quantiles of these minutes; of an open day, those of the trailing 24 hours
 * @param levels what the day's seconds are split with: its own, or those of the last valid day before
 */
public record DayBase(long day, boolean fixed, int phasedMinutes, int totalMinutes, BaseLevels own, BaseLevels levels) {

    /** Own quantiles of a day, its levels to be found by {@link LastValid#apply}. */
    static DayBase of(long day, boolean fixed, Minutes minutes) {
        BaseLevels own = minutes.quantiles();
        return new DayBase(day, fixed, minutes.l1().length, minutes.total().length, own, own);
    }

    /** The same, not to be computed again just because the day is over. */
    DayBase asFixed() {
        return new DayBase(day, true, phasedMinutes, totalMinutes, own, levels);
    }

    boolean phasesValid() {
        return phasedMinutes >= Minutes.LEAST_MINUTES;
    }

    boolean totalValid() {
        return totalMinutes >= Minutes.LEAST_MINUTES;
    }

    /** Whether there was not one valid minute to go by, on this day or before. */
    boolean isUnknown() {
        return totalMinutes == 0 && levels.equals(BaseLevels.NONE);
    }

    /** The house's base load: the sum of the phases, or that of the total where there are no phases. */
    int house() {
        return phasedMinutes > 0 || totalMinutes == 0 && phasesKnown() ? levels.l1() + levels.l2() + levels.l3() : levels.total();
    }

    private boolean phasesKnown() {
        return (levels.l1() | levels.l2() | levels.l3()) != 0;
    }
}
