package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.tariff.Cost;

/**
 * What a weekday's energy costs: the mean of the last four that are at least half covered, of fewer if there are no more (H6).
 */
final class WeekdayMeans {
    private static final int DAYS = 4;
    private static final double HALF = 0.5;
    /** A weekday that was not measured in so many months is looked for no further. */
    private static final int MONTHS = 13;

    private final Map<DayOfWeek, List<BigDecimal>> costs = new EnumMap<>(DayOfWeek.class);

    /** @param today the day that is not over, and does not count */
    WeekdayMeans(Ledger ledger, LocalDate today, ZoneId zone) {
        for (DayOfWeek day : DayOfWeek.values()) {
            costs.put(day, new ArrayList<>());
        }
        YearMonth month = YearMonth.from(today);
        for (int i = 0; i < MONTHS && costs.values().stream().anyMatch(found -> found.size() < DAYS); i++) {
            for (Ledger.Part day : ledger.days(month.minusMonths(i), zone).reversed()) {
                if (day.day().isBefore(today) && day.coverage() >= HALF && day.cost().known()) {
                    add(day.day().getDayOfWeek(), day.cost());
                }
            }
        }
    }

    private void add(DayOfWeek day, Cost cost) {
        if (costs.get(day).size() < DAYS) {
            costs.get(day).add(cost.lines().energy());
        }
    }

    /** Without the base price. Of a weekday that was never measured the mean of all the others; empty if there is none. */
    Optional<BigDecimal> of(DayOfWeek day) {
        List<BigDecimal> found = costs.get(day);
        return mean(found.isEmpty() ? costs.values().stream().flatMap(List::stream).toList() : found);
    }

    private static Optional<BigDecimal> mean(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(amounts.size()), MathContext.DECIMAL128));
    }
}
