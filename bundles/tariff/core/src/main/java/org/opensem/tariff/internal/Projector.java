package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.opensem.tariff.Budget;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Tariff;

/** Where month and billing year lead to (H6). */
final class Projector {
    private final Tariff tariff;
    private final Instalments instalments;
    private final Ledger ledger;
    private final ZonedDateTime now;

    Projector(Tariff tariff, Instalments instalments, Ledger ledger, ZonedDateTime now) {
        this.tariff = tariff;
        this.instalments = instalments;
        this.ledger = ledger;
        this.now = now;
    }

    /** Null without any measured day, or where no tariff holds now. */
    Budget.Projection projection() {
        LocalDate today = now.toLocalDate();
        WeekdayMeans means = new WeekdayMeans(ledger, today, now.getZone());
        Optional<DayTerms> terms = tariff.terms(today);
        if (terms.isEmpty() || means.of(today.getDayOfWeek()).isEmpty()) {
            return null;
        }
        MonthDay start = terms.get().billingYearStart();
        LocalDate yearFrom = yearStart(start, today);
        LocalDate yearTo = on(start, yearFrom.getYear() + 1);
        BigDecimal year = total(yearFrom, yearTo, means);
        BigDecimal month = total(today.withDayOfMonth(1), today.withDayOfMonth(1).plusMonths(1), means);
        Optional<BigDecimal> paid = paid(yearFrom, yearTo);
        return new Budget.Projection(Rounding.round(month), Rounding.round(year),
                paid.map(sum -> Rounding.round(sum).subtract(Rounding.round(year))).orElse(null),
                !ledger.known(yearFrom, today, now.getZone()));
    }

    /** The day on which a billing year begins; 1 March where there is no 29 February. */
    static LocalDate on(MonthDay start, int year) {
        return start.isValidYear(year) ? start.atYear(year) : LocalDate.of(year, Month.MARCH, 1);
    }

    /** The last beginning of a billing year up to a day. */
    static LocalDate yearStart(MonthDay start, LocalDate day) {
        LocalDate thisYear = on(start, day.getYear());
        return thisYear.isAfter(day) ? on(start, day.getYear() - 1) : thisYear;
    }

    private BigDecimal total(LocalDate from, LocalDate to, WeekdayMeans means) {
        LocalDate today = now.toLocalDate();
        BigDecimal sum = ledger.cost(from, today.plusDays(1), now.getZone()).add(restOfToday(means));
        for (LocalDate day = today.plusDays(1); day.isBefore(to); day = day.plusDays(1)) {
            sum = sum.add(expected(day, means));
        }
        return sum;
    }

    private BigDecimal expected(LocalDate day, WeekdayMeans means) {
        BigDecimal basePrice = tariff.terms(day).map(DayTerms::basePrice).orElse(BigDecimal.ZERO);
        return means.of(day.getDayOfWeek()).orElseThrow().add(basePrice);
    }

    /** A day's expected cost for the part of it that is left: so it runs out evenly towards midnight, and nothing leaps there. */
    private BigDecimal restOfToday(WeekdayMeans means) {
        LocalDate today = now.toLocalDate();
        long start = today.atStartOfDay(now.getZone()).toEpochSecond();
        long end = today.plusDays(1).atStartOfDay(now.getZone()).toEpochSecond();
        return expected(today, means).multiply(BigDecimal.valueOf(end - now.toEpochSecond()))
                .divide(BigDecimal.valueOf(end - start), MathContext.DECIMAL128);
    }

    /** The instalments of the months that begin in a billing year: twelve of them. */
    private Optional<BigDecimal> paid(LocalDate from, LocalDate to) {
        Optional<BigDecimal> sum = Optional.empty();
        LocalDate first = from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
        for (LocalDate month = first; month.isBefore(to); month = month.plusMonths(1)) {
            Optional<BigDecimal> instalment = instalments.of(YearMonth.from(month));
            if (instalment.isPresent()) {
                sum = Optional.of(sum.orElse(BigDecimal.ZERO).add(instalment.get()));
            }
        }
        return sum;
    }
}
