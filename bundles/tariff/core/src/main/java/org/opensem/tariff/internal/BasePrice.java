package org.opensem.tariff.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.opensem.tariff.DayTerms;
import org.opensem.tariff.Tariff;

/** The base price, which accrues evenly over each local day, also of 23 or 25 hours. Keeps the day that was asked for last. */
final class BasePrice {
    private final Tariff tariff;
    private final ZoneId zone;
    private LocalDate day;
    private long start;
    private long end;
    private BigDecimal price;

    BasePrice(Tariff tariff, ZoneId zone) {
        this.tariff = tariff;
        this.zone = zone;
    }

    /**
     * What accrues in a stretch, in parts; none where no tariff holds.
     *
     * @return whether a tariff holds in any of it
     */
    boolean accrue(long from, long to, Amounts amounts) {
        boolean known = false;
        for (long at = from; at < to; at = Math.min(end, to)) {
            find(at);
            if (price != null) {
                long seconds = Math.min(end, to) - at;
                amounts.accrue(seconds == end - start ? price : price.multiply(BigDecimal.valueOf(seconds))
                        .divide(BigDecimal.valueOf(end - start), MathContext.DECIMAL128));
                known = true;
            }
        }
        return known;
    }

    private void find(long second) {
        if (day != null && start <= second && second < end) {
            return;
        }
        day = day != null && second == end ? day.plusDays(1) : LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
        start = day.atStartOfDay(zone).toEpochSecond();
        end = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
        Optional<DayTerms> terms = tariff.terms(day);
        price = terms.map(DayTerms::basePrice).orElse(null);
    }
}
