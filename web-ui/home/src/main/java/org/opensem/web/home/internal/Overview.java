package org.opensem.web.home.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensem.aggregation.Energy;
import org.opensem.language.Dates;
import org.opensem.language.Quantity;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.web.Unit;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.HomeFigures.Prices;

/** What a period came to: in the unit that is shown, the other two below, and what of it is not known (H4). */
final class Overview {
    private final HomeFigures figures;
    private final Words words;
    private final Unit unit;

    Overview(HomeFigures figures, Words words) {
        this.figures = figures;
        this.words = words;
        unit = figures.shownUnit();
    }

    String label() {
        String name = words.amount(unit);
        return figures.running() ? words.get("now." + figures.period().kind(), name) : name;
    }

    Optional<Quantity> amount() {
        return amount(unit);
    }

    private Optional<Quantity> amount(Unit of) {
        Optional<CostReport> cost = figures.money().cost();
        Optional<Cost> totals = cost.map(CostReport::totals);
        return switch (of) {
            case ENERGY -> figures.totals().coveredSeconds() == 0 ? Optional.empty()
                    : Optional.of(words.formats().energy(figures.totals().energy().imported() / Energy.PER_KWH));
            case COST -> totals.filter(Cost::known).map(known -> words.formats().money(known.total(), cost.get().currency()));
            case CO2 -> totals.map(Cost::co2Kg).map(kilograms -> words.formats().co2(kilograms.doubleValue()));
        };
    }

    /** Whether the chosen unit needs a price that is not entered, or CO2 per kWh. */
    boolean priceMissing() {
        return figures.unit() != unit && figures.money().prices() != Prices.AWAY;
    }

    /** The line below the figure. */
    String under() {
        if (figures.unit() != unit) {
            return words.get(why());
        }
        List<String> more = new ArrayList<>();
        for (Unit other : Unit.values()) {
            if (other != unit) {
                amount(other).ifPresent(quantity -> more.add(other == Unit.CO2 ? quantity + " CO\u2082" : quantity.toString()));
            }
        }
        if (unit == Unit.COST && figures.money().cost().map(CostReport::partial).orElse(false)) {
            more.add(words.get("cost.partial"));
        }
        if (more.isEmpty() && figures.missingSeconds() > 0) {
            more.add(words.get("gap.sum", Dates.duration(figures.missingSeconds())));
        }
        return String.join(" \u00b7 ", more);
    }

    /** What was fed in; empty while that is nothing. */
    String exported() {
        long exported = figures.totals().energy().exported();
        return exported == 0 ? "" : words.get("exported", words.formats().energy(exported / Energy.PER_KWH));
    }

    /** Why energy is shown in place of what was chosen. */
    private String why() {
        if (figures.money().prices() == Prices.AWAY) {
            return "cost.away";
        }
        if (figures.unit() == Unit.CO2) {
            return "co2.none";
        }
        return figures.running() ? "cost.none" : "cost.none.then";
    }
}
