package org.opensem.shell.internal;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.tariff.Budget;
import org.opensem.tariff.Budget.Amount;
import org.opensem.tariff.Budget.Point;
import org.opensem.tariff.Budget.Prepaid;
import org.opensem.tariff.Budget.Projection;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.Tariff;

/** {@code sem:budget}. */
@Service
@Command(scope = "sem", name = "budget",
        description = "Shows what the instalments pay for, what is left of them, target and actual, and where it leads to; "
                + "- where nothing is known.")
public final class BudgetCommand extends PeriodCommand {
    @Reference(optional = true)
    BudgetService budgets;

    @Reference(optional = true)
    Tariff tariff;

    @Argument(index = 0, name = "period", description = "day, week, month or year", valueToShowInHelp = "day")
    @Completion(value = StringsCompleter.class, values = {"day", "week", "month", "year"})
    String period = "day";

    @Override
    public Object execute() throws CommandException {
        BudgetService service = need(budgets, "budget");
        Period shown = period(period);
        if (shown.kind() == PeriodKind.HOUR) {
            throw refusal("An hour has no budget: give day, week, month or year");
        }
        Optional<Budget> budget = service.budget(shown);
        if (budget.isEmpty()) {
            boolean priced = tariff != null && tariff.revision().currency() != null;
            out().println((priced ? "The tariff has no instalment in this period" : "There is no tariff yet")
                    + ": give one in the console's settings, or with PUT /api/v1/settings/tariff");
            return null;
        }
        print(budget.get());
        return null;
    }

    private void print(Budget budget) throws CommandException {
        String currency = budget.currency().getCurrencyCode();
        out().println(text(budget.period()) + ", " + zone());
        if (budget.now() != null) {
            out().println("now: " + prepaid(budget.now(), currency));
        }
        out().println("remaining: " + amount(budget.remaining(), currency) + ", consumed: "
                + amount(budget.consumed(), currency));
        if (budget.projection() != null) {
            out().println("projection: " + projection(budget.projection(), currency));
        }
        series(budget);
    }

    private static String prepaid(Prepaid now, String currency) {
        return "the instalment of " + Show.money(now.instalment()) + " " + currency + " pays for "
                + (now.watts() == null ? Show.NOTHING : Show.watts(now.watts().doubleValue() * 1000)) + " W at "
                + now.pricePerKwh().toPlainString() + " " + currency + "/kWh";
    }

    private static String amount(Amount amount, String currency) {
        return money(amount.money()) + " " + currency + " (" + Show.amount(amount.kilowattHours()) + " kWh)";
    }

    private static String projection(Projection projection, String currency) {
        return "month " + money(projection.monthEnd()) + " " + currency + ", billing year " + money(projection.billingYearEnd())
                + " " + currency + ", refund " + money(projection.refund()) + " " + currency
                + (projection.partial() ? "; some days of the billing year are not known" : "");
    }

    private static String money(BigDecimal amount) {
        return amount == null ? Show.NOTHING : Show.money(amount);
    }

    private void series(Budget budget) {
        ShellTable table = new ShellTable();
        table.column("Until");
        for (String name : new String[] {"Target", "Actual", "Difference"}) {
            table.column(name).alignRight();
        }
        for (Point point : budget.series()) {
            table.addRow().addContent(Show.time(point.end()), money(point.target()), money(point.actual()),
                    money(point.difference()));
        }
        table.print(out());
    }
}
