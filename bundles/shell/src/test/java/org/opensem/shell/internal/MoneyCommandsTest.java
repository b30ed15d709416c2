package org.opensem.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.opensem.settings.Fields;
import org.opensem.settings.Settings;
import org.opensem.tariff.Budget;
import org.opensem.tariff.Budget.Amount;
import org.opensem.tariff.Budget.Point;
import org.opensem.tariff.Budget.Prepaid;
import org.opensem.tariff.Budget.Projection;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.internal.OwnTariff;
import org.opensem.tariff.internal.TariffSettings;

/** {@code sem:tariff}, {@code sem:budget} and the cost in {@code sem:energy} (E3, H5, H6, X5). */
class MoneyCommandsTest {
    private static final Map<String, Object> PROPERTIES = Map.ofEntries(
            Map.entry("lastYearKwh", "3500"),
            Map.entry("versions[0].validFrom", "2026-01-01"), Map.entry("versions[0].instalment", "90.00"),
            Map.entry("versions[0].rates", "2"), Map.entry("versions[0].co2GramsPerKwh", "380"),
            Map.entry("versions[0].tiers[0].basePrice", "10.80"), Map.entry("versions[0].tiers[0].highPrice", "0.36"),
            Map.entry("versions[0].tiers[0].lowPrice", "0.24"), Map.entry("versions[0].tiers[1].fromKwh", "3500"),
            Map.entry("versions[0].tiers[1].basePrice", "10.50"), Map.entry("versions[0].tiers[1].highPrice", "0.35"),
            Map.entry("versions[0].tiers[1].lowPrice", "0.23"), Map.entry("versions[0].lowRateWindows[0].days", "SA,SU"),
            Map.entry("versions[0].lowRateWindows[0].from", "14:00"), Map.entry("versions[0].lowRateWindows[0].to", "06:00"),
            Map.entry("versions[1].validFrom", "2027-01-01"), Map.entry("versions[1].tiers[0].basePrice", "11"),
            Map.entry("versions[1].tiers[0].highPrice", "0.37"));

    private final Console console = new Console();

    private TariffCommand command(Map<String, Object> properties) {
        TariffCommand command = console.prepare(new TariffCommand());
        command.tariff = new OwnTariff(console.clock, properties);
        return command;
    }

    private static Settings settings(Map<String, Object> properties) {
        return (Settings) Proxy.newProxyInstance(MoneyCommandsTest.class.getClassLoader(), new Class<?>[] {Settings.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "read" -> Optional.of(new TariffSettings().read(Fields.ofProperties(properties)));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void tariffShowsThePriceNowAndWhichVersionAndTierAreInForce() throws CommandException {
        TariffCommand command = command(PROPERTIES);
        command.settings = settings(PROPERTIES);
        command.execute();
        assertThat(console.lines()).containsExactly(
                "now: 0.35 EUR/kWh, high rate until 2026-11-22 14:00:00 +01:00, CO2 380 g/kWh",
                "today: base price 0.35 EUR, instalment 90.00 EUR a month",
                "last year 3500 kWh, billing year from 01-01",
                "From Instalment Tier from kWh Base price Per High Low CO2 g/kWh",
                "2026-01-01 90.00 0 10.80 month 0.36 0.24 380",
                "2026-01-01 90.00 3500 10.50 month 0.35 0.23 380 *",
                "2027-01-01 - 0 11 month 0.37 - -",
                "low rate from 2026-01-01: SA SU 14:00-06:00");
    }

    @Test
    void withoutSettingsThePriceIsShownAllTheSame() throws CommandException {
        command(PROPERTIES).execute();
        assertThat(console.lines()).hasSize(2);
    }

    @Test
    void withoutATariffItSaysWhatToDo() throws CommandException {
        command(new HashMap<>()).execute();
        assertThat(console.lines()).containsExactly(
                "There is no tariff yet: give one in the console's settings, or with PUT /api/v1/settings/tariff");
        assertThatThrownBy(console.prepare(new TariffCommand())::execute)
                .hasMessage("The tariff is not running at the moment: try again, or see bundle:list");
    }

    @Test
    void energyHasAColumnOfTheCost() throws CommandException {
        EnergyCommand command = console.prepare(new EnergyCommand());
        command.energy = new OneHour();
        command.costs = report -> {
            Cost hour = new Cost(new Cost.Lines(new BigDecimal("0.259200"), new BigDecimal("0.000000"),
                    new BigDecimal("0.015000")),
                    null, new BigDecimal("0.000000"), null);
            List<Cost> buckets = new ArrayList<>(report.buckets().stream().map(bucket -> Cost.UNKNOWN).toList());
            buckets.set(7, hour);
            return Optional.of(new CostReport(Currency.getInstance("EUR"), buckets, hour, true));
        };
        command.date = "2026-11-22";
        command.execute();
        assertThat(console.lines())
                .contains("Start kWh L1 L2 L3 Base Switched Export EUR Coverage")
                .contains("06:00 - - - - - - - - 0 %")
                .contains("07:00 0.720 - - - 0.000 0.720 0.000 0.2742 100 %")
                .contains("total 0.720 - - - 0.000 0.720 0.000 0.2742 4.2 %")
                .contains("some of the energy has no price");
    }

    private static final Projection LEADS_TO = new Projection(new BigDecimal("81.250000"), new BigDecimal("1002.4"),
            new BigDecimal("-12.4"), true);

    /** 90 € in November, 22.59 € left, of which 2.51 € for today. */
    private BudgetCommand budget(Projection projection, BigDecimal actual) {
        BudgetCommand command = console.prepare(new BudgetCommand());
        command.tariff = new OwnTariff(console.clock, PROPERTIES);
        command.budgets = period -> Optional.of(new Budget(period, Currency.getInstance("EUR"),
                new Prepaid(new BigDecimal("90.00"), new BigDecimal("0.325"), new BigDecimal("384.615385")),
                new Amount(new BigDecimal("2.51"), new BigDecimal("7.723077")), new Amount(actual, new BigDecimal("3.1")),
                List.of(new Point(period.start().plusHours(1), new BigDecimal("22.59"), actual),
                        new Point(period.start().plusHours(2), new BigDecimal("22.59"), null)), projection));
        return command;
    }

    @Test
    void budgetShowsWhatIsPaidForWhatIsLeftAndWhereItLeadsTo_H5_H6() throws CommandException {
        budget(LEADS_TO, new BigDecimal("23.09")).execute();
        assertThat(console.lines()).containsExactly(
                "day from 2026-11-22 00:00:00 +01:00 to 2026-11-23 00:00:00 +01:00, Europe/Berlin",
                "now: the instalment of 90.0000 EUR pays for 384.615 W at 0.325 EUR/kWh",
                "remaining: 2.5100 EUR (7.723 kWh), consumed: 23.0900 EUR (3.1 kWh)",
                "projection: month 81.2500 EUR, billing year 1002.4000 EUR, refund -12.4000 EUR; "
                        + "some days of the billing year are not known",
                "Until Target Actual Difference",
                "2026-11-22 01:00:00 +01:00 22.5900 23.0900 -0.5000",
                "2026-11-22 02:00:00 +01:00 22.5900 - -");
    }

    @Test
    void budgetOfAnotherPeriodLeavesOutWhatIsNotKnown_T4() throws CommandException {
        BudgetCommand command = budget(null, null);
        command.period = "month";
        command.date = "2026-10";
        command.execute();
        assertThat(console.lines()).contains(
                "month from 2026-10-01 00:00:00 +02:00 to 2026-11-01 00:00:00 +01:00, Europe/Berlin",
                "remaining: 2.5100 EUR (7.723 kWh), consumed: - EUR (3.1 kWh)").noneMatch(line -> line.startsWith("projection"));
    }

    @Test
    void budgetSaysWhatIsMissing() throws CommandException {
        BudgetCommand command = budget(null, null);
        command.budgets = period -> Optional.empty();
        command.execute();
        assertThat(console.lines().getFirst()).startsWith("The tariff has no instalment in this period: give one");
        command.tariff = null;
        command.execute();
        assertThat(console.lines().getLast()).startsWith("There is no tariff yet: give one");
        command.period = "hour";
        assertThatThrownBy(command::execute).hasMessage("An hour has no budget: give day, week, month or year");
        command.budgets = null;
        assertThatThrownBy(command::execute).hasMessageContaining("The budget is not running");
    }
}
