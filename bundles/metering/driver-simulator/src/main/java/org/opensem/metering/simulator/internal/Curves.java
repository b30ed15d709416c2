package org.opensem.metering.simulator.internal;

import java.util.SplittableRandom;
import org.opensem.metering.simulator.internal.Run.Curve;

/** What the appliances draw. */
final class Curves {
    private Curves() {}

    /** A heating element: a little more while it is cold. */
    static Curve element(double watts) {
        return t -> watts * (1 + 0.015 * Math.exp(-t / 15.0));
    }

    /** A lamp, or anything else that is simply on. */
    static Curve steady(double watts) {
        return t -> watts;
    }

    /** A refrigerator's compressor: an inrush, then falling with the pressure. */
    static Curve compressor(double watts) {
        return t -> t < 2 ? watts * (5.5 - 2.5 * t) : watts * (1 + 0.14 * Math.exp(-t / 280.0));
    }

    /** An oven: heating up, then a thermostat's pulses; the fan all the while. */
    static Curve oven(double watts, int heatUpSeconds, int onSeconds, int offSeconds) {
        return t -> 38 + (t < heatUpSeconds || (t - heatUpSeconds) % (onSeconds + offSeconds) >= offSeconds ? watts : 0);
    }

    /** A television: its picture's brightness changes from scene to scene. */
    static Curve television(double watts, Dice dice, long start) {
        return t -> watts + 26 * (dice.unit(70, (start + t) / 6) - 0.5) + 6 * (dice.unit(71, start + t) - 0.5);
    }

    /** A computer: idle, with bursts of work. */
    static Curve computer(double watts, Dice dice, long start) {
        return t -> {
            double work = dice.unit(72, (start + t) / 25);
            return watts + (work > 0.8 ? 70 * work : 0) + 5 * (dice.unit(73, start + t) - 0.5);
        };
    }

    /** A heat pump's inverter: glides from one power to the other. Watts per phase. */
    static Curve inverter(double fromWatts, double toWatts) {
        return t -> fromWatts + (toWatts - fromWatts) * Math.min(1, t / 240.0) + toWatts * 0.015 * Math.sin(t / 97.0);
    }

    /** How long {@link #washingMachine} takes. */
    static int washingSeconds(int heatSeconds) {
        return 180 + heatSeconds + 2400 + 1500 + 540;
    }

    /** A washing machine: filling, heating with the drum turning, washing with short heater pulses, rinsing, spinning. */
    static Curve washingMachine(int heatSeconds, SplittableRandom random) {
        double heater = 1950 + 150 * random.nextDouble();
        int turn = 11 + random.nextInt(4);
        int rest = 4 + random.nextInt(3);
        int pulseEvery = 420 + random.nextInt(120);
        int heated = 180 + heatSeconds;
        int washed = heated + 2400;
        int rinsed = washed + 1500;
        return t -> {
            double drum = t % (turn + rest) < turn ? 165 + 25 * Math.sin(t / 3.0) : 9;
            if (t < 180) {
                return 32;
            } else if (t < heated) {
                return heater + drum;
            } else if (t < washed) {
                return drum + ((t - heated) % pulseEvery >= pulseEvery - 55 ? heater : 0);
            } else if (t < rinsed) {
                return (t - washed) % 500 < 110 ? 34 : drum;
            }
            double spin = Math.min(1, (t - rinsed) / 240.0);
            return 90 + 380 * spin * spin;
        };
    }
}
