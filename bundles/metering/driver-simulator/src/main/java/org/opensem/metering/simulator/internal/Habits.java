package org.opensem.metering.simulator.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.opensem.metering.Phase;

/** What the people of the house do on a local day, by their clocks. */
final class Habits {
    private static final int MINUTE = 60;
    private final Dice dice;
    private final ZoneId zone;

    Habits(Dice dice, ZoneId zone) {
        this.dice = dice;
        this.zone = zone;
    }

    /** The runs that begin on this day; some end on the next. */
    List<Run> runs(LocalDate day) {
        List<Run> runs = new ArrayList<>();
        boolean free = day.getDayOfWeek().getValue() > 5;
        kettle(day, free, runs);
        oven(day, free, runs);
        washing(day, free, runs);
        screens(day, free, runs);
        lights(day, free, runs);
        return runs;
    }

    private void kettle(LocalDate day, boolean free, List<Run> runs) {
        SplittableRandom random = dice.stream(1, day.toEpochDay());
        double[] hours = free ? new double[] {8.4, 11, 15.5, 17, 20.5} : new double[] {6.6, 7.1, 17.4, 20.3};
        for (double hour : hours) {
            if (random.nextDouble() < 0.75) {
                int seconds = 110 + random.nextInt(150);
                runs.add(new Run(at(day, hour, 30, random), seconds, Phase.L1, Curves.element(2030 + random.nextInt(25))));
            }
        }
    }

    private void oven(LocalDate day, boolean free, List<Run> runs) {
        SplittableRandom random = dice.stream(2, day.toEpochDay());
        if (random.nextDouble() < (free ? 0.7 : 0.4)) {
            int seconds = (35 + random.nextInt(40)) * MINUTE;
            int heatUp = 420 + random.nextInt(240);
            runs.add(new Run(at(day, free ? 12 : 18.2, 40, random), seconds, Phase.L2,
                    Curves.oven(2350, heatUp, 22 + random.nextInt(12), 45 + random.nextInt(40))));
        }
    }

    private void washing(LocalDate day, boolean free, List<Run> runs) {
        SplittableRandom random = dice.stream(3, day.toEpochDay());
        if (random.nextDouble() < (free ? 0.8 : 0.35)) {
            int heat = 500 + random.nextInt(600);
            runs.add(new Run(at(day, free ? 10.5 : 17.8, 80, random), Curves.washingSeconds(heat), Phase.L3,
                    Curves.washingMachine(heat, random)));
        }
    }

    private void screens(LocalDate day, boolean free, List<Run> runs) {
        SplittableRandom random = dice.stream(4, day.toEpochDay());
        if (random.nextDouble() < 0.85) {
            long start = at(day, 19.8, 40, random);
            runs.add(new Run(start, (100 + random.nextInt(110)) * MINUTE, Phase.L1, Curves.television(105, dice, start)));
        }
        if (random.nextDouble() < (free ? 0.6 : 0.8)) {
            long start = at(day, free ? 14 : 8.7, 50, random);
            runs.add(new Run(start, (150 + random.nextInt(300)) * MINUTE, Phase.L3, Curves.computer(95, dice, start)));
        }
    }

    private void lights(LocalDate day, boolean free, List<Run> runs) {
        SplittableRandom random = dice.stream(5, day.toEpochDay());
        double summer = Math.cos(2 * Math.PI * (day.getDayOfYear() - 172) / 365.25);
        double dusk = 18.4 + 2.6 * summer;
        double dawn = 7.2 - 1.9 * summer;
        double up = free ? 8.2 : 6.3;
        for (Phase phase : Phase.values()) {
            for (int lamp = 0; lamp < 3; lamp++) {
                double watts = 7 + random.nextInt(28);
                long on = at(day, Math.max(dusk, 15.5) + 0.7 * lamp, 35, random);
                runs.add(new Run(on, (60 + random.nextInt(170)) * MINUTE, phase, Curves.steady(watts)));
            }
            if (dawn > up && random.nextDouble() < 0.8) {
                runs.add(new Run(at(day, up, 15, random), (20 + random.nextInt(50)) * MINUTE, phase,
                        Curves.steady(9 + random.nextInt(30))));
            }
        }
    }

    /** A local hour, give or take some minutes, as an epoch second. */
    private long at(LocalDate day, double hour, int giveOrTakeMinutes, SplittableRandom random) {
        double minutes = hour * 60 + (random.nextDouble() * 2 - 1) * giveOrTakeMinutes;
        int second = Math.clamp((int) (minutes * MINUTE), 0, 24 * 3600 - 1);
        return day.atTime(LocalTime.ofSecondOfDay(second)).atZone(zone).toEpochSecond();
    }
}
