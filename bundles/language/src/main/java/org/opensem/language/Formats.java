package org.opensem.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Figures as the console writes them: one set of rules for every view. Immutable; made by {@link #of}.
 *
 * <p>Powers are whole watts below 1,000 W and kilowatts from there. Energies are kilowatt-hours. Negative figures have the
 * minus sign U+2212, differences a plus too, and a no-break space stands before every unit. Dates are {@link Dates}.
 */
public final class Formats {
    /** The minus sign. */
    public static final String MINUS = "\u2212";

    private static final Map<String, String> HUNDREDTHS = Map.of("GBP", "p", "USD", "\u00a2", "AUD", "\u00a2", "CAD", "\u00a2",
            "CHF", "Rp.");

    private static final double LIVE_RETURNS_TO_WATTS_BELOW = 950;

    private final Locale locale;
    private final Dates dates;

    private Formats(Locale locale) {
        this.locale = locale;
        this.dates = new Dates(locale);
    }

    /** The rules of a language; German, US and British English are known, others are written as British English. */
    public static Formats of(Locale locale) {
        Objects.requireNonNull(locale);
        if (locale.getLanguage().equals(Locale.GERMAN.getLanguage())) {
            return new Formats(Locale.GERMANY);
        }
        return new Formats(locale.equals(Locale.US) ? Locale.US : Locale.UK);
    }

    /** The locale of these rules: Germany, the US or the UK. */
    public Locale locale() {
        return locale;
    }

    /** How dates and times are written. */
    public Dates dates() {
        return dates;
    }

    /** A number with exactly so many places, grouped in thousands. */
    public String number(double value, int places) {
        return number(BigDecimal.valueOf(value), places, false);
    }

    /** A difference: with a plus where it is above zero. */
    public String difference(double value, int places) {
        return number(BigDecimal.valueOf(value), places, true);
    }

    private String number(BigDecimal value, int places, boolean plus) {
        BigDecimal rounded = value.setScale(places, RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        String digits = format.format(rounded.abs());
        return switch (rounded.signum()) {
            case -1 -> MINUS + digits;
            case 1 -> plus ? "+" + digits : digits;
            default -> digits;
        };
    }

    /** A power in watts: {@code 497 W}, {@code 2,90 kW}, {@code 12,3 kW}. */
    public Quantity power(double watts) {
        return power(watts, powerUnit(watts));
    }

    /** A power in a given unit, for axes and columns, which have one unit each. */
    public Quantity power(double watts, PowerUnit unit) {
        return Quantity.after(number(watts / (unit == PowerUnit.WATT ? 1 : 1000), powerPlaces(watts, unit)), unit.symbol());
    }

    /** A difference of powers in watts. */
    public Quantity powerDifference(double watts) {
        PowerUnit unit = powerUnit(watts);
        double value = watts / (unit == PowerUnit.WATT ? 1 : 1000);
        return Quantity.after(difference(value, powerPlaces(watts, unit)), unit.symbol());
    }

    /** The unit for figures of which this is the largest, in watts. */
    public PowerUnit powerUnit(double largestWatts) {
        return Math.abs(largestWatts) < 999.5 ? PowerUnit.WATT : PowerUnit.KILOWATT;
    }

    /** The unit of a live value that was last shown in another: it returns to watts only below 950 W, so that it is calm. */
    public PowerUnit livePowerUnit(double watts, PowerUnit before) {
        return before == PowerUnit.KILOWATT && Math.abs(watts) >= LIVE_RETURNS_TO_WATTS_BELOW
                ? PowerUnit.KILOWATT : powerUnit(watts);
    }

    private static int powerPlaces(double watts, PowerUnit unit) {
        if (unit == PowerUnit.WATT) {
            return 0;
        }
        return Math.abs(watts) < 9995 ? 2 : 1;
    }

    /** An energy in kilowatt-hours: two places below 10, one below 100, none above. */
    public Quantity energy(double kilowattHours) {
        return energy(kilowattHours, energyPlaces(kilowattHours));
    }

    /** An energy with given places, for axes and columns; see {@link #energyPlaces}. */
    public Quantity energy(double kilowattHours, int places) {
        return Quantity.after(number(kilowattHours, places), "kWh");
    }

    /** A difference of energies in kilowatt-hours. */
    public Quantity energyDifference(double kilowattHours) {
        return Quantity.after(difference(kilowattHours, energyPlaces(kilowattHours)), "kWh");
    }

    /** The places for energies of which this is the largest. */
    public int energyPlaces(double largestKilowattHours) {
        double largest = Math.abs(largestKilowattHours);
        if (largest < 9.995) {
            return 2;
        }
        return largest < 99.95 ? 1 : 0;
    }

    /** A mass of CO2: whole grams below a kilogram. */
    public Quantity co2(double kilograms) {
        double size = Math.abs(kilograms);
        if (size < 0.9995) {
            return Quantity.after(number(kilograms * 1000, 0), "g");
        }
        return Quantity.after(number(kilograms, size < 9.995 ? 2 : 1), "kg");
    }

    /** A share: {@code 12,5 %} for 0.125. */
    public Quantity share(double fraction) {
        return Quantity.after(number(fraction * 100, 1), "%");
    }

    /** An amount of money with two places: {@code 1.234,56 €}, {@code £1,234.56}. */
    public Quantity money(BigDecimal amount, Currency currency) {
        return money(number(amount, 2, false), currency);
    }

    /** A difference of amounts. */
    public Quantity moneyDifference(BigDecimal amount, Currency currency) {
        return money(number(amount, 2, true), currency);
    }

    private Quantity money(String signed, Currency currency) {
        Quantity after = Quantity.after(signed, currency.getSymbol(locale));
        if (locale.equals(Locale.GERMANY)) {
            return after;
        }
        boolean letters = Character.isLetter(after.unit().charAt(after.unit().length() - 1));
        return new Quantity(after.sign(), after.digits(), after.unit(), true, letters);
    }

    /** A price per kilowatt-hour in hundredths of its currency: {@code 31,73 ct/kWh}, {@code 31.73 p/kWh} of pounds. */
    public Quantity price(BigDecimal hundredthsPerKilowattHour, Currency currency) {
        String hundredth = HUNDREDTHS.getOrDefault(currency.getCurrencyCode(), "ct");
        return Quantity.after(number(hundredthsPerKilowattHour, 2, false), hundredth + "/kWh");
    }

    /**
     * The same where the currency is not known: pence in the United Kingdom, cents elsewhere. Where it is known,
     * {@link #price(BigDecimal, Currency)} does not call a cent a penny.
     */
    public Quantity price(BigDecimal centsPerKilowattHour) {
        String hundredth = locale.equals(Locale.UK) ? "p/kWh" : "ct/kWh";
        return Quantity.after(number(centsPerKilowattHour, 2, false), hundredth);
    }
}
