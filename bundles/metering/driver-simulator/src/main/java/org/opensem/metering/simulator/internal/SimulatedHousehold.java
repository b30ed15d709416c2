package org.opensem.metering.simulator.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.opensem.metering.Sample;

/**
 * A three-phase household as a pure function: the same seed, zone and second give the same sample, whatever was asked before.
 * Thread-safe; a local day is drawn when it is first touched and kept until another one is.
 */
public final class SimulatedHousehold {
    private static final double NOISE_WATTS = 0.25;
    private static final double NOISE_PER_WATT = 0.001;
    private static final int NOISE = 90;

    private final Dice dice;
    private final ZoneId zone;
    private final Habits habits;
    private final Cycles cycles;
    private volatile HouseDay day;

    /** @param zone in which the people of the house live */
    public SimulatedHousehold(long seed, ZoneId zone) {
        this.dice = new Dice(seed);
        this.zone = zone;
        this.habits = new Habits(dice, zone);
        this.cycles = new Cycles(dice);
    }

    /** The sample of a second since 1970. */
    public Sample sample(long epochSecond) {
        HouseDay drawn = day;
        if (drawn == null || !drawn.contains(epochSecond)) {
            drawn = draw(epochSecond);
            day = drawn;
        }
        long noise = dice.bits(NOISE, epochSecond);
        return Sample.ofPhases(epochSecond,
                milliwatts(drawn.watts(0, epochSecond), noise),
                milliwatts(drawn.watts(1, epochSecond), noise >>> 16),
                milliwatts(drawn.watts(2, epochSecond), noise >>> 32));
    }

    private static int milliwatts(float watts, long noise) {
        double sigma = NOISE_WATTS + NOISE_PER_WATT * watts;
        return (int) Math.round((watts + sigma * Dice.normal(noise)) * 1000);
    }

    private HouseDay draw(long epochSecond) {
        LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), zone);
        long start = date.atStartOfDay(zone).toEpochSecond();
        long end = date.plusDays(1).atStartOfDay(zone).toEpochSecond();
        List<Run> runs = new ArrayList<>(habits.runs(date.minusDays(1)));
        runs.addAll(habits.runs(date));
        cycles.runs(start, end, runs);
        return new HouseDay(start, end, runs);
    }
}
