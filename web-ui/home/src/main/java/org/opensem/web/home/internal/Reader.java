package org.opensem.web.home.internal;

import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.metering.Sample;
import org.opensem.tariff.Budget;
import org.opensem.tariff.BudgetService;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.CostService;
import org.opensem.web.Unit;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.HomeFigures.Money;
import org.opensem.web.home.HomeFigures.Prices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a page shows, without touching the page. What cost and budget were last is kept for as long as the same period is
 * shown, so that it stays while the tariff's bundle is being updated (X2).
 */
final class Reader {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private final Source source;
    private final Gaps gaps = new Gaps();
    private EnergyReport keptFor;
    private Money kept = Money.AWAY;

    Reader(Source source) {
        this.source = source;
    }

    /** Empty while the figures' service is away; throws what it throws while its store or the database is being updated. */
    synchronized Optional<Shot> read(Place at) {
        return source.energy().map(energy -> read(at, energy));
    }

    private Shot read(Place at, EnergyService energy) {
        ZonedDateTime now = source.now();
        EnergyReport report = energy.energy(at.period(now));
        OptionalLong first = source.first();
        Optional<Money> read = money(report, now);
        read.ifPresent(money -> keep(report, money));
        Money money = read.orElseGet(() -> keptFor(report) ? kept : Money.AWAY);
        Silence silence = Silence.of(source, now);
        Optional<Sample> silent = silence.quiet() ? silence.last() : Optional.empty();
        HomeFigures figures = new HomeFigures(report, Unit.COST, money, now, first, silent);
        Optional<Currency> currency = money.cost().map(CostReport::currency).or(source::currency);
        return new Shot(figures, gaps.of(figures, energy::energy), currency, read.isEmpty() && money != Money.AWAY);
    }

    /** Empty while the services of cost and budget are away, or cannot tell. */
    private Optional<Money> money(EnergyReport report, ZonedDateTime now) {
        Optional<CostService> costs = source.costs();
        Optional<BudgetService> budgets = source.budgets();
        if (costs.isEmpty() || budgets.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<CostReport> cost = costs.get().cost(report);
            Period day = Period.of(PeriodKind.DAY, now);
            Period shown = budgeted(report.period());
            Optional<Budget> today = budgets.get().budget(day);
            Optional<Budget> budget = shown.equals(day) ? today : budgets.get().budget(shown);
            return Optional.of(new Money(cost.isPresent() ? Prices.KNOWN : Prices.MISSING, cost, budget, today));
        } catch (RuntimeException e) {
            LOG.debug("Cost and budget of {} are not to be had now", report.period(), e);
            return Optional.empty();
        }
    }

    /** An hour has no budget of its own. */
    private static Period budgeted(Period period) {
        return period.kind() == PeriodKind.HOUR ? Period.of(PeriodKind.DAY, period.start()) : period;
    }

    private void keep(EnergyReport report, Money money) {
        keptFor = report;
        kept = money;
    }

    private boolean keptFor(EnergyReport report) {
        return keptFor != null && keptFor.period().equals(report.period())
                && keptFor.buckets().size() == report.buckets().size();
    }
}
