package org.opensem.report.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.tariff.Budget;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.RateKind;
import org.opensem.tariff.Tariff;

/** An instalment of 98 a month at 32 ct/kWh and 380 g/kWh; counts how often it is asked. */
final class Tariffs implements Tariff, BudgetService {
    private static final BigDecimal PRICE = new BigDecimal("0.32");
    long revision = 1;
    int asked;
    BigDecimal instalment = new BigDecimal("98");

    @Override
    public List<Rate> rates(long from, long to) {
        return List.of(new Rate(from, to, RateKind.HIGH, PRICE, new BigDecimal("380")));
    }

    @Override
    public Optional<DayTerms> terms(LocalDate day) {
        return Optional.empty();
    }

    @Override
    public Revision revision() {
        return new Revision(House.EURO, revision);
    }

    @Override
    public Optional<Budget> budget(Period period) {
        asked++;
        if (instalment == null) {
            return Optional.empty();
        }
        BigDecimal share = BigDecimal.ZERO;
        for (LocalDate day = period.start().toLocalDate(); day.isBefore(period.end().toLocalDate()); day = day.plusDays(1)) {
            share = share.add(instalment.divide(BigDecimal.valueOf(day.lengthOfMonth()), 12, RoundingMode.HALF_UP));
        }
        BigDecimal money = share.setScale(6, RoundingMode.HALF_UP);
        if (period.kind() == PeriodKind.DAY) {
            throw new AssertionError("of a day what is left is not its share");
        }
        Budget.Amount amount = new Budget.Amount(money, money.divide(PRICE, 6, RoundingMode.HALF_UP));
        return Optional.of(new Budget(period, House.EURO, new Budget.Prepaid(instalment, PRICE, BigDecimal.TEN), amount,
                new Budget.Amount(BigDecimal.ZERO, BigDecimal.ZERO), List.of(), null));
    }
}
