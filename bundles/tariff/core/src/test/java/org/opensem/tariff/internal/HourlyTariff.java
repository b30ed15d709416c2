package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Rate;
import org.opensem.tariff.RateKind;
import org.opensem.tariff.Tariff;

/** As a plug-in might bring it: market prices by the hour, some of them negative, known from a moment on. */
final class HourlyTariff implements Tariff {
    private static final int HOUR = 3600;

    private final long known;

    HourlyTariff(long known) {
        this.known = known;
    }

    /** Between −0.05 and 0.45 by a fixed pattern. */
    static BigDecimal price(long hour) {
        return BigDecimal.valueOf(Math.floorMod(hour * 7919, 51) - 5L, 2);
    }

    @Override
    public List<Rate> rates(long from, long to) {
        List<Rate> rates = new ArrayList<>();
        for (long at = Math.max(from, known); at < to; at = Math.floorDiv(at, HOUR) * HOUR + HOUR) {
            long hour = Math.floorDiv(at, HOUR);
            rates.add(new Rate(at, Math.min(to, (hour + 1) * HOUR), RateKind.HIGH, price(hour), null));
        }
        return rates;
    }

    @Override
    public Optional<DayTerms> terms(LocalDate day) {
        return day.atStartOfDay(House.BERLIN).toEpochSecond() < known ? Optional.empty()
                : Optional.of(new DayTerms(new BigDecimal("0.5"), null, MonthDay.of(1, 1)));
    }

    @Override
    public Revision revision() {
        return new Revision(Currency.getInstance("CHF"), 1);
    }
}
