package org.opensem.report;

import java.util.Currency;
import java.util.Objects;

/**
 * Whether money and CO2 are known.
 *
 * @param state see {@link State}
 * @param currency of all amounts, ISO 4217; null unless priced
 */
public record Pricing(State state, Currency currency) {
    /** There is no tariff for any of it. */
    public static final Pricing NONE = new Pricing(State.NO_TARIFF, null);
    /** The tariff's service is not there at the moment. */
    public static final Pricing AWAY = new Pricing(State.AWAY, null);

    /** How far prices are known. */
    public enum State {
        /** For all or a part of it. */
        PRICED,
        /** Nobody has set a tariff. */
        NO_TARIFF,
        /** The service is being updated; figures that are shown should stay. */
        AWAY
    }

    public Pricing {
        Objects.requireNonNull(state);
        if ((state == State.PRICED) != (currency != null)) {
            throw new IllegalArgumentException("There is a currency exactly where there is a price");
        }
    }

    public static Pricing in(Currency currency) {
        return new Pricing(State.PRICED, currency);
    }

    public boolean known() {
        return state == State.PRICED;
    }
}
