package org.opensem.web.settings.internal.tariff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Interval;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.web.settings.internal.tariff.WeekPicture.Bar;

/**
 * What a month used, by weekday and time of day: enough to price it by any hours of the low rate.
 *
 * @param month which
 * @param energies imported milliwatt-seconds by weekday from Monday on, and quarter-hour of the wall clock
 * @param coverage the measured part, 0…1
 */
record MonthUse(YearMonth month, long[][] energies, double coverage) {
    private static final int QUARTER = 15;
    private static final int QUARTERS = LowRateWindow.DAY / QUARTER;
    private static final BigDecimal PER_KWH = new BigDecimal("3600000000");

    /** The month before the one of now. */
    static MonthUse before(ZonedDateTime now, EnergyService energy) {
        Period month = Period.of(PeriodKind.MONTH, now).previous();
        List<Interval> intervals = energy.intervals(month.span().startSecond(), month.span().endSecond());
        long[][] energies = new long[DayOfWeek.values().length][QUARTERS];
        long covered = 0;
        for (Interval interval : intervals) {
            ZonedDateTime start = Instant.ofEpochSecond(interval.start()).atZone(now.getZone());
            int quarter = (start.getHour() * 60 + start.getMinute()) / QUARTER;
            energies[start.getDayOfWeek().ordinal()][quarter] += interval.figures().energy().imported();
            covered += interval.figures().coveredSeconds();
        }
        return new MonthUse(YearMonth.from(month.start()), energies, (double) covered / month.span().seconds());
    }

    /** All of it in kWh. */
    BigDecimal total() {
        long sum = 0;
        for (long[] day : energies) {
            for (long energy : day) {
                sum += energy;
            }
        }
        return kilowattHours(BigDecimal.valueOf(sum));
    }

    /** What fell into the hours of the low rate, in kWh; of a quarter-hour in which it changes, its share of the minutes. */
    BigDecimal low(List<LowRateWindow> windows) {
        Map<DayOfWeek, List<Bar>> week = WeekPicture.bars(windows);
        BigDecimal sum = BigDecimal.ZERO;
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                int minutes = lowMinutes(week.get(day), quarter * QUARTER);
                sum = sum.add(BigDecimal.valueOf(energies[day.ordinal()][quarter]).multiply(BigDecimal.valueOf(minutes)));
            }
        }
        return kilowattHours(sum.divide(BigDecimal.valueOf(QUARTER), MathContext.DECIMAL128));
    }

    private static int lowMinutes(List<Bar> bars, int from) {
        return bars.stream().mapToInt(bar -> Math.max(0, Math.min(bar.to(), from + QUARTER) - Math.max(bar.from(), from))).sum();
    }

    private static BigDecimal kilowattHours(BigDecimal milliwattSeconds) {
        return milliwattSeconds.divide(PER_KWH, MathContext.DECIMAL128);
    }
}
