package org.opensem.metering.simulator.internal;

import java.util.List;
import org.opensem.metering.Phase;

/** What runs by itself, day and night: refrigerator, freezer and heat pump, in slots of absolute time. */
final class Cycles {
    private static final int FRIDGE_SLOT = 2760;
    private static final int FREEZER_SLOT = 3900;
    private static final int PUMP_SLOT = 5400;
    private static final double PUMP_LEAST_WATTS = 690;
    private static final double PUMP_MOST_WATTS = 2700;
    private static final double SECONDS_PER_YEAR = 365.25 * 86_400;
    private final Dice dice;

    Cycles(Dice dice) {
        this.dice = dice;
    }

    /** Adds all runs that touch {@code [from, to)}. */
    void runs(long from, long to, List<Run> runs) {
        for (long slot = from / FRIDGE_SLOT - 1; slot <= to / FRIDGE_SLOT; slot++) {
            runs.add(cold(10, slot, FRIDGE_SLOT, 88, Phase.L2));
        }
        for (long slot = from / FREEZER_SLOT - 1; slot <= to / FREEZER_SLOT; slot++) {
            runs.add(cold(12, slot, FREEZER_SLOT, 64, Phase.L3));
        }
        for (long slot = from / PUMP_SLOT - 1; slot <= to / PUMP_SLOT; slot++) {
            Run run = pump(slot);
            if (run.seconds() > 0) {
                runs.add(run);
            }
        }
    }

    private Run cold(int what, long slot, int slotSeconds, double watts, Phase phase) {
        long start = slot * slotSeconds + (long) (dice.unit(what, slot) * slotSeconds * 0.25);
        int seconds = (int) (slotSeconds * (0.28 + 0.14 * dice.unit(what + 1, slot)));
        return new Run(start, seconds, phase, Curves.compressor(watts));
    }

    private Run pump(long slot) {
        double demand = demandWatts(slot);
        double watts = Math.clamp(demand, PUMP_LEAST_WATTS, PUMP_MOST_WATTS);
        int seconds = (int) Math.round(PUMP_SLOT * Math.min(1, demand / PUMP_LEAST_WATTS));
        boolean goesOn = demandWatts(slot - 1) >= PUMP_LEAST_WATTS;
        double before = goesOn ? Math.clamp(demandWatts(slot - 1), PUMP_LEAST_WATTS, PUMP_MOST_WATTS) : watts * 0.35;
        return new Run(slot * PUMP_SLOT, seconds < 400 ? 0 : seconds, null, Curves.inverter(before / 3, watts / 3));
    }

    /** Electric power that keeps the house warm, and the water, by the weather: cold in January and before dawn. */
    private double demandWatts(long slot) {
        double second = slot * (double) PUMP_SLOT;
        double day = second / 86_400;
        double year = -Math.cos(2 * Math.PI * (second / SECONDS_PER_YEAR - 0.05));
        double hour = -Math.cos(2 * Math.PI * (day - 0.13));
        long whole = (long) Math.floor(day);
        double part = day - whole;
        double weather = (dice.unit(14, whole) * (1 - part) + dice.unit(14, whole + 1) * part - 0.5) * 9;
        double celsius = 9.5 + 9.5 * year + 3.5 * hour + weather;
        double water = dice.unit(15, slot) < 0.09 ? 1500 : 0;
        return Math.max(0, 15 - celsius) * 92 + water;
    }
}
