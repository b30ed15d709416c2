package org.opensem.tariff.internal;

import java.util.Optional;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Period;
import org.opensem.tariff.Budget;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.CostService;
import org.opensem.tariff.Tariff;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Cost and budget by the tariff that ranks highest. It keeps no figure, so its references are static: when one of them is
 * updated, it ends and begins again with the new one.
 */
@Component(service = {CostService.class, BudgetService.class})
public final class MoneyComponent implements CostService, BudgetService {
    private final Costs costs;
    private final Budgets budgets;

    @Activate
    public MoneyComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) Tariff tariff, @Reference EnergyService energy,
            @Reference ClockService clock) {
        Tariff checked = new CheckedTariff(tariff);
        costs = new Costs(checked, energy, clock);
        budgets = new Budgets(checked, costs, energy, clock);
    }

    @Override
    public Optional<CostReport> cost(EnergyReport report) {
        return costs.cost(report);
    }

    @Override
    public Optional<Budget> budget(Period period) {
        return budgets.budget(period);
    }
}
