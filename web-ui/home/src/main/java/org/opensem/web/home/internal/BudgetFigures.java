package org.opensem.web.home.internal;

import java.math.BigDecimal;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Optional;
import org.opensem.language.Formats;
import org.opensem.language.PowerUnit;
import org.opensem.tariff.Budget;
import org.opensem.web.home.HomeFigures;

/**
 * What the budget panel shows, in words (H6). Prepaid power and projection are of now, whatever period is shown; the rest is of
 * the period.
 */
final class BudgetFigures {
    private final HomeFigures figures;
    private final Words words;
    private final Optional<Budget> period;
    private final Optional<Budget> current;

    BudgetFigures(HomeFigures figures, Words words) {
        this.figures = figures;
        this.words = words;
        period = figures.money().budget();
        current = figures.money().today();
    }

    boolean known() {
        return period.isPresent() || current.isPresent();
    }

    Optional<Budget> period() {
        return period;
    }

    /** What is prepaid now; empty without an instalment now, or a price above 0. */
    Optional<Budget.Prepaid> prepaid() {
        return current.map(Budget::now).filter(paid -> paid.watts() != null && paid.watts().signum() > 0);
    }

    Optional<Budget.Projection> projection() {
        return current.map(Budget::projection);
    }

    /** How the power now stands against what is prepaid, without a sign. */
    static String against(double watts, double prepaidWatts, Words words) {
        Formats formats = words.formats();
        double difference = watts - prepaidWatts;
        if (formats.powerUnit(difference) == PowerUnit.WATT && Math.round(difference) == 0) {
            return words.get("prepaid.same");
        }
        return words.get(difference > 0 ? "prepaid.over" : "prepaid.under", formats.power(Math.abs(difference)));
    }

    String remainingLabel() {
        return words.get("remaining." + period.orElseThrow().period().kind());
    }

    /** The gauge's parts: energies, or money where the price does not tell what the money buys. */
    Gauge.Ends gauge() {
        Budget.Amount left = period.orElseThrow().remaining();
        Budget.Amount used = period.orElseThrow().consumed();
        boolean energies = left.kilowattHours() != null;
        return Gauge.Ends.of(number(energies ? left.kilowattHours() : left.money()),
                number(energies ? used.kilowattHours() : used.money()));
    }

    private static double number(BigDecimal amount) {
        return amount == null ? 0 : amount.doubleValue();
    }

    boolean nothingLeft() {
        BigDecimal left = period.orElseThrow().remaining().money();
        return left != null && left.signum() <= 0;
    }

    String gaugeText() {
        Budget budget = period.orElseThrow();
        return nothingLeft() ? words.get("gauge.text.none", energy(budget.consumed()), money(budget.remaining().money()))
                : words.get("gauge.text", energy(budget.consumed()), energy(budget.remaining()));
    }

    /** The projection is of the month of now. */
    String monthLabel() {
        return words.get("projection.month",
                figures.now().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, words.formats().locale()));
    }

    /** The month's instalment − where the month leads to; null if either is not known. */
    BigDecimal monthDifference() {
        BigDecimal instalment = current.map(Budget::now).map(Budget.Prepaid::instalment).orElse(null);
        BigDecimal monthEnd = projection().map(Budget.Projection::monthEnd).orElse(null);
        return instalment == null || monthEnd == null ? null : instalment.subtract(monthEnd);
    }

    /** @param perKwh in the currency */
    String price(BigDecimal perKwh) {
        return words.formats().price(perKwh.movePointRight(2), currency()).toString();
    }

    private Currency currency() {
        return period.or(() -> current).orElseThrow().currency();
    }

    String money(BigDecimal amount) {
        return amount == null ? Words.NONE : words.formats().money(amount, currency()).toString();
    }

    String difference(BigDecimal amount) {
        return amount == null ? Words.NONE : words.formats().moneyDifference(amount, currency()).toString();
    }

    String both(Budget.Amount amount) {
        return money(amount.money()) + " \u00b7 " + energy(amount);
    }

    String energy(Budget.Amount amount) {
        return amount.kilowattHours() == null ? Words.NONE
                : words.formats().energy(amount.kilowattHours().doubleValue()).toString();
    }
}
