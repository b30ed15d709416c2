package org.opensem.web.settings.internal.tariff;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.opensem.language.Dates;
import org.opensem.tariff.Rate;
import org.opensem.tariff.RateKind;
import org.opensem.tariff.Tariff;

/**
 * The price of now.
 *
 * @param rate that holds now
 * @param next the first one with another price or kind; null if none comes within a week
 */
record PriceNow(Rate rate, Rate next) {
    private static final Duration AHEAD = Duration.ofDays(8);

    /** Empty if nothing holds now. */
    static Optional<PriceNow> of(Tariff tariff, Instant now) {
        long second = now.getEpochSecond();
        List<Rate> rates = tariff.rates(second, second + AHEAD.toSeconds());
        if (rates.isEmpty() || rates.getFirst().from() > second) {
            return Optional.empty();
        }
        Rate first = rates.getFirst();
        Rate next = rates.stream().filter(rate -> !same(rate, first)).findFirst().orElse(null);
        return Optional.of(new PriceNow(first, next));
    }

    private static boolean same(Rate a, Rate b) {
        return a.kind() == b.kind() && a.pricePerKwh().compareTo(b.pricePerKwh()) == 0;
    }

    BigDecimal price() {
        return rate.pricePerKwh();
    }

    /** Until when, and what comes then: {@code Hochtarif, noch 1 h 13 min. Ab 22:00 Niedertarif.} */
    String text(TariffWords words, ZonedDateTime now) {
        if (next == null) {
            return words.get("now.steady");
        }
        ZonedDateTime change = Instant.ofEpochSecond(next.from()).atZone(now.getZone());
        boolean soon = change.isBefore(now.plusDays(1));
        String when = (soon ? "" : words.dates().dayAndMonth(change.toLocalDate()) + ", ") + words.dates().time(change.toLocalTime());
        if (next.kind() == rate.kind()) {
            return words.get("now.other", when);
        }
        return words.get("now.until", words.get(rate.kind() == RateKind.LOW ? "rates.low" : "rates.high"),
                Dates.duration(next.from() - now.toEpochSecond()), when,
                words.get(next.kind() == RateKind.LOW ? "now.low" : "now.high"));
    }
}
