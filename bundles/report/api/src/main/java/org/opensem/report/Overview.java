package org.opensem.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.opensem.aggregation.Gaps.Gap;
import org.opensem.aggregation.Period;

/**
 * A day beside the periods before it (U1).
 *
 * @param day the chosen day D
 * @param asOf now, in the zone of all times in it
 * @param pricing whether money and CO2 are known
 * @param patterns whether patterns of devices are known; without any, categories are 0 and all is not assigned
 * @param factor the correction factor that holds at the end of D, or now; null where nothing is corrected (E4)
 * @param gaps where D was not measured, ascending
 * @param first the first measured second ever, if anything was ever measured
 * @param columns D, the day before, last week, last month, last year
 */
public record Overview(LocalDate day, ZonedDateTime asOf, Pricing pricing, boolean patterns, BigDecimal factor, List<Gap> gaps,
        OptionalLong first, List<Column> columns) {

    public Overview {
        Objects.requireNonNull(day);
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(pricing);
        Objects.requireNonNull(first);
        gaps = List.copyOf(gaps);
        columns = List.copyOf(columns);
    }

    /**
     * @throws IllegalArgumentException if there is no such column
     */
    public Column column(ColumnKind kind) {
        return columns.stream().filter(column -> column.kind() == kind).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column " + kind));
    }

    /** What a column shows. */
    public enum ColumnKind {
        /** D. */
        DAY,
        /** D − 1. */
        DAY_BEFORE,
        /** The Monday to Sunday before the week that D lies in. */
        WEEK,
        /** The calendar month before D's. */
        MONTH,
        /** The calendar year before D's. */
        YEAR
    }

    /**
     * @param kind which
     * @param period its calendar period
     * @param stretch its figures
     * @param partlyPriced whether a part of its measured energy has no price, as before the tariff's first day; its money
     *     lacks it
     */
    public record Column(ColumnKind kind, Period period, Stretch stretch, boolean partlyPriced) {
        public Column {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(period);
            Objects.requireNonNull(stretch);
        }

        /** A row's amounts, never null. */
        public Amounts amounts(OverviewRow row) {
            return stretch.amounts(row);
        }
    }
}
