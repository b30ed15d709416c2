package org.opensem.web.home;

import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.opensem.aggregation.EnergyReport;
import org.opensem.aggregation.EnergyReport.Bucket;
import org.opensem.aggregation.Figures;
import org.opensem.aggregation.Period;
import org.opensem.metering.Sample;
import org.opensem.tariff.Budget;
import org.opensem.tariff.Cost;
import org.opensem.tariff.CostReport;
import org.opensem.web.Unit;

/**
 * What Home shows at one moment. Missing is not zero: ask {@link #missingSeconds} before calling something a total.
 *
 * @param energy the period's energies and powers
 * @param unit that was chosen; see {@link #shownUnit}
 * @param money the period's cost and budget
 * @param now of the clock, in the configured zone
 * @param first epoch second of the first measurement ever; empty if there is none yet
 * @param silent the last sample if the meter does not answer any more; empty while it does
 */
public record HomeFigures(EnergyReport energy, Unit unit, Money money, ZonedDateTime now, OptionalLong first,
        Optional<Sample> silent) {
    /** What is younger may still be on its way through the store, which writes packets of ten seconds. */
    private static final int SETTLE_SECONDS = 20;

    public HomeFigures {
        Objects.requireNonNull(energy);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(money);
        Objects.requireNonNull(now);
        Objects.requireNonNull(first);
        Objects.requireNonNull(silent);
    }

    /** What is known of prices. */
    public enum Prices {
        /** The period has a cost. */
        KNOWN,
        /** No price is entered for any part of the period. */
        MISSING,
        /** Not known now: the service is being updated, or is not there. */
        AWAY
    }

    /**
     * Cost and budget.
     *
     * @param prices whether there is a cost, and if not, why
     * @param cost of the period: one bucket for each of the energy report's; present if and only if prices are known
     * @param budget of the period, of its day where it is an hour; empty if there is no instalment in it
     * @param today the budget of now's day, which also tells what is prepaid now and where it leads to; empty without instalment
     */
    public record Money(Prices prices, Optional<CostReport> cost, Optional<Budget> budget, Optional<Budget> today) {
        /** Nothing is known now. */
        public static final Money AWAY = new Money(Prices.AWAY, Optional.empty(), Optional.empty(), Optional.empty());

        public Money {
            if (cost.isPresent() != (prices == Prices.KNOWN)) {
                throw new IllegalArgumentException("There is a cost if and only if prices are known");
            }
            Objects.requireNonNull(budget);
            Objects.requireNonNull(today);
        }
    }

    public Period period() {
        return energy.period();
    }

    public Figures totals() {
        return energy.totals();
    }

    /** The same in another unit. */
    public HomeFigures in(Unit other) {
        return new HomeFigures(energy, other, money, now, first, silent);
    }

    /** The unit that can be shown: the chosen one, or energy where no price is known, or no CO2 per kWh. */
    public Unit shownUnit() {
        if (unit == Unit.ENERGY || money.cost().isEmpty()) {
            return Unit.ENERGY;
        }
        Cost totals = money.cost().get().totals();
        return unit == Unit.CO2 && totals.known() && totals.co2Kg() == null ? Unit.ENERGY : unit;
    }

    /** Whether the period is not over. */
    public boolean running() {
        return !now.isBefore(period().start()) && now.isBefore(period().end());
    }

    /** Whether nothing was ever measured. */
    public boolean empty() {
        return first.isEmpty() && totals().coveredSeconds() == 0;
    }

    /** Whether a bucket has begun and is not over. */
    public boolean isRunning(Bucket bucket) {
        return !now.isBefore(bucket.span().start()) && now.isBefore(bucket.span().end());
    }

    /** Whether a bucket is yet to come. */
    public boolean isAhead(Bucket bucket) {
        return now.isBefore(bucket.span().start());
    }

    /** Whether a bucket ends before the first measurement. */
    public boolean isBeforeFirst(Bucket bucket) {
        return bucket.figures().coveredSeconds() == 0 && first.isPresent() && bucket.span().endSecond() <= first.getAsLong();
    }

    /** The seconds of a bucket's elapsed part that should have been measured, and were not. */
    public long missingSeconds(Bucket bucket) {
        long from = Math.max(bucket.span().startSecond(), first.orElse(Long.MAX_VALUE));
        return Math.max(0, settled(bucket.span().endSecond()) - from - bucket.figures().coveredSeconds());
    }

    /** The missing seconds of the whole period. */
    public long missingSeconds() {
        return energy.buckets().stream().mapToLong(this::missingSeconds).sum();
    }

    /** The end of a stretch, or of its part that is sure to be stored if it is there at all; epoch second. */
    public long settled(long end) {
        return Math.min(end, now.toEpochSecond() - SETTLE_SECONDS);
    }
}
