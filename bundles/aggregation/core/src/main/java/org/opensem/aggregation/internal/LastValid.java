package org.opensem.aggregation.internal;

import java.util.NavigableMap;

/**
 * What a day with fewer than 12 valid hours takes: the values of the last valid day before it. Phases and total are looked up
 * apart, since a meter may have told the one and later the other.
 *
 * @param phases the last day with 12 valid hours of phases, or null
 * @param total the last day with 12 valid hours of the total, or null
 */
record LastValid(DayBase phases, DayBase total) {

    /** As of the days before {@code day}. */
    static LastValid before(long day, NavigableMap<Long, DayBase> bases) {
        DayBase phases = null;
        DayBase total = null;
        for (DayBase base : bases.headMap(day, false).descendingMap().values()) {
            phases = phases == null && base.phasesValid() ? base : phases;
            total = total == null && base.totalValid() ? base : total;
            if (phases != null && total != null) {
                break;
            }
        }
        return new LastValid(phases, total);
    }

    LastValid after(DayBase day) {
        return new LastValid(day.phasesValid() ? day : phases, day.totalValid() ? day : total);
    }

    /** The day with the levels that it has to use. Without any valid day before, its few own minutes are the best there is. */
    DayBase apply(DayBase day) {
        BaseLevels p = day.phasesValid() || phases == null ? day.own() : phases.own();
        BaseLevels t = day.totalValid() || total == null ? day.own() : total.own();
        BaseLevels levels = new BaseLevels(p.l1(), p.l2(), p.l3(), t.total());
        return new DayBase(day.day(), day.fixed(), day.phasedMinutes(), day.totalMinutes(), day.own(), levels);
    }
}
