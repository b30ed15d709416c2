package org.opensem.web.overview.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.opensem.language.Quantity;
import org.opensem.report.Amounts;
import org.opensem.report.DayHours;
import org.opensem.report.OverviewRow;
import org.opensem.report.Portions;
import org.opensem.report.Stretch;
import org.opensem.web.Unit;
import org.opensem.web.chart.BarChart.Row;

/** One unit and one number of places for all of it. */
final class SplitScale {
    private static final int MONEY_PLACES = 2;
    private static final int EXACT_PLACES = 6;
    private static final List<String> ROLES = List.of("base", "switched", "baseprice");

    private final Words words;
    private final DayHours day;
    private final Unit shown;
    private final Function<Amounts, BigDecimal> reading;
    private final int places;

    SplitScale(Words words, DayHours day, Unit shown) {
        this.words = words;
        this.day = day;
        this.shown = shown;
        reading = switch (shown) {
            case COST -> Amounts::cost;
            case ENERGY -> Amounts::kilowattHours;
            case CO2 -> Amounts::co2Kilograms;
        };
        double largest = day.hours().stream().map(hour -> amount(hour, OverviewRow.TOTAL)).filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        places = shown == Unit.COST ? MONEY_PLACES : words.formats().energyPlaces(largest);
    }

    BigDecimal amount(Stretch stretch, OverviewRow row) {
        return reading.apply(stretch.amounts(row));
    }

    List<OverviewRow> parts() {
        return shown == Unit.COST ? List.of(OverviewRow.BASE, OverviewRow.SWITCHED, OverviewRow.BASE_PRICE)
                : List.of(OverviewRow.BASE, OverviewRow.SWITCHED);
    }

    String unit() {
        return switch (shown) {
            case COST -> day.pricing().currency().getSymbol(words.formats().locale());
            case ENERGY -> "kWh";
            case CO2 -> "kg";
        };
    }

    /** The roles of the parts' colours. */
    List<String> roles() {
        return ROLES.subList(0, parts().size());
    }

    /** The main figures have as many places as their size asks for. */
    Quantity figure(BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        return switch (shown) {
            case COST -> words.formats().money(amount, day.pricing().currency());
            case ENERGY -> words.formats().energy(amount.doubleValue());
            case CO2 -> words.formats().co2(amount.doubleValue());
        };
    }

    /** Rounded such that what is shown adds up. */
    List<Row> rows(List<BigDecimal> amounts) {
        BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long units = scaled(sum, places).longValueExact();
        long[] parts = amounts.stream().anyMatch(amount -> amount.signum() < 0)
                ? amounts.stream().mapToLong(amount -> scaled(amount, places).longValueExact()).toArray()
                : Portions.split(units, amounts.stream().map(amount -> scaled(amount, EXACT_PLACES)).toList());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            rows.add(new Row(ROLES.get(i), words.row(parts().get(i)),
                    text(BigDecimal.valueOf(parts[i], places))));
        }
        rows.add(new Row("", words.get("row.total"), text(BigDecimal.valueOf(units, places))));
        return rows;
    }

    private static BigInteger scaled(BigDecimal amount, int places) {
        return amount.setScale(places, RoundingMode.HALF_UP).unscaledValue();
    }

    private String text(BigDecimal amount) {
        return shown == Unit.COST ? words.formats().money(amount, day.pricing().currency()).toString()
                : words.formats().number(amount.doubleValue(), places) + Quantity.SPACE + unit();
    }
}

