package org.opensem.web.settings.internal.tariff;

import java.math.BigDecimal;
import java.util.Currency;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.web.settings.NumberStyle;

/**
 * How money stands in the fields of a tariff: prices of energy in hundredths of the currency, where it has such.
 *
 * @param currency of the tariff
 */
record Units(Currency currency, Formats formats, Translations texts) {

    /** The currency's sign. */
    String symbol() {
        return currency.getSymbol(formats.locale());
    }

    /** A price of energy, which is stored per kWh in the currency. */
    NumberStyle price() {
        return currency.getDefaultFractionDigits() == 2
                ? NumberStyle.of(formats.price(BigDecimal.ONE, currency).unit()).places(2).hundredths()
                : NumberStyle.of(symbol() + "/kWh").places(2);
    }

    /** Money a month, or a year. */
    NumberStyle money(boolean year) {
        return NumberStyle.of(symbol() + "/" + texts.get(year ? "unit.year" : "unit.month")).places(2);
    }

    /** A price as a text: {@code 34,20 ct/kWh}. */
    String price(BigDecimal stored) {
        NumberStyle style = price();
        return style.write(stored, formats.locale()) + "\u00a0" + style.unit();
    }

    /** A price where there is little room: {@code 34,20 ct}. */
    String briefPrice(BigDecimal stored) {
        return price(stored).replace("/kWh", "");
    }
}
