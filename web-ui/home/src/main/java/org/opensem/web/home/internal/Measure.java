package org.opensem.web.home.internal;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.function.LongFunction;
import org.opensem.language.Formats;
import org.opensem.language.Quantity;
import org.opensem.web.Unit;

/**
 * How the amounts of one chart or ring are written: in one unit, with one number of places.
 *
 * @param unit written above a scale
 * @param perUnit amount (see {@link Amounts}) that one unit is
 * @param step amount that one unit of the last place is
 * @param writer writes so many steps, with their unit
 */
record Measure(String unit, double perUnit, long step, LongFunction<String> writer) {
    private static final int CENTS = 2;
    private static final int PLACES_OF_SMALL_MONEY = 4;
    private static final long MILLIONTH = 1_000_000;
    private static final long MILLIGRAMS_PER_GRAM = 1000;
    private static final double LARGEST_GRAMS = 999.5;
    private static final double LARGEST_TWO_PLACES = 9.995;
    private static final long MILLIWATT_SECONDS_PER_WH = 3_600_000;
    /** Currencies whose hundredth people know by a sign; others keep their unit, with more places. */
    private static final Map<String, String> HUNDREDTHS = Map.of("EUR", "ct", "GBP", "p", "USD", "\u00a2", "AUD", "\u00a2",
            "CAD", "\u00a2", "CHF", "Rp.");

    double value(long amount) {
        return amount / perUnit;
    }

    /** So many units of the last place, with the unit. */
    String text(long steps) {
        return writer.apply(steps);
    }

    /** An amount by itself. */
    String rounded(long amount) {
        return text(Portions.round(amount, step));
    }

    /**
     * For a period's parts, or the parts of its total.
     *
     * @param currency null where there is no cost
     * @param largest the largest amount
     */
    static Measure of(Unit unit, Currency currency, Formats formats, long largest) {
        return switch (unit) {
            case COST -> money(currency, formats);
            case ENERGY -> decimal(formats, "kWh", 1000 * MILLIWATT_SECONDS_PER_WH,
                    formats.energyPlaces(largest / (1000.0 * MILLIWATT_SECONDS_PER_WH)));
            case CO2 -> co2(formats, largest);
        };
    }

    /** For minutes, which are small. */
    static Measure small(Unit unit, Currency currency, Formats formats, long largest) {
        return switch (unit) {
            case COST -> hundredths(currency, formats);
            case ENERGY -> decimal(formats, "Wh", MILLIWATT_SECONDS_PER_WH,
                    formats.energyPlaces((double) largest / MILLIWATT_SECONDS_PER_WH));
            case CO2 -> decimal(formats, "g", MILLIGRAMS_PER_GRAM, formats.energyPlaces((double) largest / MILLIGRAMS_PER_GRAM));
        };
    }

    private static Measure decimal(Formats formats, String unit, long perUnit, int places) {
        double scale = Math.pow(10, places);
        return new Measure(unit, perUnit, Math.round(perUnit / scale),
                steps -> formats.number(steps / scale, places) + Quantity.SPACE + unit);
    }

    private static Measure co2(Formats formats, long largest) {
        double kilograms = (double) largest / MILLIONTH;
        if (kilograms * 1000 < LARGEST_GRAMS) {
            return decimal(formats, "g", MILLIGRAMS_PER_GRAM, 0);
        }
        return decimal(formats, "kg", MILLIONTH, kilograms < LARGEST_TWO_PLACES ? 2 : 1);
    }

    private static Measure money(Currency currency, Formats formats) {
        return new Measure(currency.getSymbol(formats.locale()), MILLIONTH, MILLIONTH / 100,
                steps -> formats.money(BigDecimal.valueOf(steps, CENTS), currency).toString());
    }

    private static Measure hundredths(Currency currency, Formats formats) {
        String sign = HUNDREDTHS.get(currency.getCurrencyCode());
        return sign == null
                ? decimal(formats, currency.getSymbol(formats.locale()), MILLIONTH, PLACES_OF_SMALL_MONEY)
                : decimal(formats, sign, MILLIONTH / 100, 2);
    }
}
