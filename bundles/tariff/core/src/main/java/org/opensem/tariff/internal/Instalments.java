package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opensem.tariff.Budget;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.Tariff;

/** Instalments and mean prices of months (H6); made for one answer. */
final class Instalments {
    private static final BigDecimal WATTS = new BigDecimal("1000");
    private static final BigDecimal HOURS = new BigDecimal("24");

    private final Tariff tariff;
    private final ZoneId zone;
    private final Map<YearMonth, Optional<BigDecimal>> prices = new HashMap<>();

    Instalments(Tariff tariff, ZoneId zone) {
        this.tariff = tariff;
        this.zone = zone;
    }

    /** That in force on the month's first day, or on the first day of the month that has a tariff. */
    Optional<BigDecimal> of(YearMonth month) {
        return IntStream.rangeClosed(1, month.lengthOfMonth()).mapToObj(day -> tariff.terms(month.atDay(day)))
                .flatMap(Optional::stream).findFirst().map(DayTerms::instalment);
    }

    /** The mean of the month's prices by their time; empty if none is known. */
    Optional<BigDecimal> price(YearMonth month) {
        return prices.computeIfAbsent(month, this::mean);
    }

    private Optional<BigDecimal> mean(YearMonth month) {
        BigDecimal sum = BigDecimal.ZERO;
        long seconds = 0;
        for (Rate rate : tariff.rates(start(month), start(month.plusMonths(1)))) {
            sum = sum.add(rate.pricePerKwh().multiply(BigDecimal.valueOf(rate.to() - rate.from())));
            seconds += rate.to() - rate.from();
        }
        return seconds == 0 ? Optional.empty() : Optional.of(sum.divide(BigDecimal.valueOf(seconds), MathContext.DECIMAL128));
    }

    private long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(zone).toEpochSecond();
    }

    /** What an instalment pays for all the time; null where there is none. */
    Budget.Prepaid prepaid(YearMonth month) {
        Optional<BigDecimal> instalment = of(month);
        Optional<BigDecimal> price = price(month);
        if (instalment.isEmpty() || price.isEmpty()) {
            return null;
        }
        BigDecimal hours = HOURS.multiply(BigDecimal.valueOf(month.lengthOfMonth()));
        BigDecimal watts = price.get().signum() <= 0 ? null
                : instalment.get().multiply(WATTS).divide(hours.multiply(price.get()), MathContext.DECIMAL128);
        return new Budget.Prepaid(Rounding.round(instalment.get()), Rounding.round(price.get()),
                watts == null ? null : Rounding.round(watts));
    }

    /** Energy that an amount pays for at a month's price; empty where the price is not above zero. */
    Optional<BigDecimal> kilowattHours(BigDecimal amount, YearMonth month) {
        return price(month).filter(price -> price.signum() > 0).map(price -> amount.divide(price, MathContext.DECIMAL128));
    }

    /** The instalments' part of the days {@code [from, to)}: a month's divided by its days. */
    Budget.Amount share(LocalDate from, LocalDate to) {
        BigDecimal money = BigDecimal.ZERO;
        Optional<BigDecimal> energy = Optional.of(BigDecimal.ZERO);
        for (YearMonth month = YearMonth.from(from); month.atDay(1).isBefore(to); month = month.plusMonths(1)) {
            Optional<BigDecimal> instalment = of(month);
            if (instalment.isEmpty()) {
                continue;
            }
            LocalDate first = month.atDay(1).isBefore(from) ? from : month.atDay(1);
            LocalDate end = month.atEndOfMonth().isBefore(to) ? month.atEndOfMonth().plusDays(1) : to;
            BigDecimal part = instalment.get().multiply(BigDecimal.valueOf(end.toEpochDay() - first.toEpochDay()))
                    .divide(BigDecimal.valueOf(month.lengthOfMonth()), MathContext.DECIMAL128);
            money = money.add(part);
            Optional<BigDecimal> bought = kilowattHours(part, month);
            energy = energy.flatMap(sum -> bought.map(sum::add));
        }
        return amount(money, energy);
    }

    static Budget.Amount amount(BigDecimal money, Optional<BigDecimal> energy) {
        return new Budget.Amount(Rounding.round(money), energy.map(Rounding::round).orElse(null));
    }
}
