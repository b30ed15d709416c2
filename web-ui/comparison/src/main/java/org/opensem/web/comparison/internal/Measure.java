package org.opensem.web.comparison.internal;

import java.math.BigDecimal;
import java.util.Currency;
import org.opensem.aggregation.Energy;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.PeriodKind;
import org.opensem.language.Formats;
import org.opensem.language.Quantity;
import org.opensem.tariff.Cost;
import org.opensem.web.Unit;

/** One unit for the chart: minutes in watt-hours and grams, the rest in kWh and kg; money in money. */
final class Measure {
    private static final double SMALL_PER_LARGE = 1000;
    private static final int MONEY_PLACES = 2;

    private final Unit unit;
    private final boolean small;
    private final Currency currency;
    private final Formats formats;

    /** @param currency null unless money is shown */
    Measure(Unit unit, PeriodKind kind, Currency currency, Formats formats) {
        this.unit = unit;
        this.small = kind == PeriodKind.HOUR;
        this.currency = currency;
        this.formats = formats;
    }

    /** What a stretch amounts to; null where it is not known. */
    Double value(Figures figures, Cost cost) {
        return switch (unit) {
            case COST -> cost.total() == null ? null : cost.total().doubleValue();
            case ENERGY -> figures.coveredSeconds() == 0 ? null : large(figures.energy().imported() / Energy.PER_KWH);
            case CO2 -> cost.co2Kg() == null || figures.coveredSeconds() == 0 ? null : large(cost.co2Kg().doubleValue());
        };
    }

    private double large(double amount) {
        return small ? amount * SMALL_PER_LARGE : amount;
    }

    String unit() {
        return switch (unit) {
            case COST -> currency.getSymbol(formats.locale());
            case ENERGY -> small ? "Wh" : "kWh";
            case CO2 -> small ? "g" : "kg";
        };
    }

    int places(double largest) {
        return unit == Unit.COST ? MONEY_PLACES : formats.energyPlaces(largest);
    }

    String text(Double value, int places) {
        if (value == null) {
            return "\u2013";
        }
        return unit == Unit.COST ? formats.money(BigDecimal.valueOf(value), currency).toString()
                : formats.number(value, places) + Quantity.SPACE + unit();
    }

    String difference(Double one, Double two, int places) {
        if (one == null || two == null) {
            return "\u2013";
        }
        return unit == Unit.COST ? formats.moneyDifference(BigDecimal.valueOf(one - two), currency).toString()
                : formats.difference(one - two, places) + Quantity.SPACE + unit();
    }
}
