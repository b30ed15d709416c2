package org.opensem.web;

import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.opensem.language.Formats;

/** What amounts are shown in (H1, V1, U1). */
public enum Unit {
    COST("cost"),
    ENERGY("kwh"),
    CO2("co2");

    /** Both the URL's parameter and the preference, so that a browser has one choice for all views. */
    public static final String NAME = "unit";

    private final String key;

    Unit(String key) {
        this.key = key;
    }

    /** As it stands in a URL. */
    public String key() {
        return key;
    }

    /** The unit of a URL or preference; empty if it is none. */
    public static Optional<Unit> named(String key) {
        return Arrays.stream(values()).filter(unit -> unit.key.equals(key)).findFirst();
    }

    /**
     * The texts of a switch between the units: the currency's symbol, kWh, CO₂.
     *
     * @param currency the tariff's, or null while none is known: then that of the language's country
     */
    public static SequencedMap<Unit, String> labels(Currency currency, Locale locale) {
        Locale known = Formats.of(locale).locale();
        SequencedMap<Unit, String> labels = new LinkedHashMap<>();
        labels.put(COST, (currency == null ? Currency.getInstance(known) : currency).getSymbol(known));
        labels.put(ENERGY, "kWh");
        labels.put(CO2, "CO\u2082");
        return labels;
    }
}
