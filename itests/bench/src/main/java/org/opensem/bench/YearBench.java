package org.opensem.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.opensem.aggregation.EnergyService;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.aggregation.internal.AggregationComponent;
import org.opensem.database.internal.DerbyDatabase;
import org.opensem.metering.Sample;
import org.opensem.store.WriteMode;
import org.opensem.store.internal.DerbySampleStore;
import org.opensem.tariff.CostReport;
import org.opensem.tariff.internal.MoneyComponent;
import org.opensem.tariff.internal.OwnTariff;
import org.opensem.testkit.TestClock;

/** The year view in the services: 35,040 quarter-hours to twelve bars with their cost, by day and night rates. */
final class YearBench {
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 25;
    private static final int SLOTS = 35_040;

    private YearBench() {}

    static void run(Path out, Path work) throws Exception {
        TestClock clock = new TestClock(Instant.parse("2026-12-31T23:00:00Z"));
        DerbyDatabase database = new DerbyDatabase(Files.createDirectories(work.resolve("year")));
        DerbySampleStore store = new DerbySampleStore(database, clock, 400);
        fill(store, Instant.parse("2025-12-31T23:00:00Z").getEpochSecond());
        AggregationComponent energy = new AggregationComponent(store, store, clock, database, () -> CorrectionFactors.NONE);
        while (energy.status().pending()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Period year = Period.of(PeriodKind.YEAR, ZonedDateTime.parse("2026-07-01T00:00:00+02:00[Europe/Berlin]"));
        Period day = Period.of(PeriodKind.DAY, ZonedDateTime.parse("2026-12-31T00:00:00+01:00[Europe/Berlin]"));
        int slots = energy.intervals(year.span().startSecond(), year.span().endSecond()).size();
        if (slots != SLOTS) {
            throw new IllegalStateException(slots + " quarter-hours instead of " + SLOTS);
        }
        OwnTariff tariff = new OwnTariff(clock, tariff(2, "0.36"));
        MoneyComponent money = new MoneyComponent(tariff, energy, clock);
        double plain = median(() -> energy.energy(year));
        double two = median(() -> cost(money, energy, year));
        double budget = median(() -> money.budget(day).orElseThrow());
        tariff.modified(tariff(2, "0.37"));
        long begin = System.nanoTime();
        cost(money, energy, year);
        double changed = (System.nanoTime() - begin) / 1e6;
        tariff.modified(tariff(1, "0.37"));
        double one = median(() -> cost(money, energy, year));
        new Table("year", "bar", "required", "median ms", "met")
                .row("year view, energies only", "", plain, "")
                .row("year view with cost, two rates", "<= 50 ms", two, two <= 50)
                .row("year view with cost, one rate", "<= 50 ms", one, one <= 50)
                .row("the first after a change of the prices", "<= 1000 ms", changed, changed <= 1000)
                .row("budget of a day, with the projection to the year's end", "", budget, "").print(out);
        energy.stop();
        store.close();
        database.close();
    }

    /** A second of each quarter-hour: their number counts, not how much they cover. */
    private static void fill(DerbySampleStore store, long start) {
        List<Sample> samples = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            samples.add(Sample.ofPhases(start + slot * 900L, 100_000 + slot, 200_000 + slot % 977, 50_000));
            if (samples.size() == 96) {
                store.write(samples, WriteMode.KEEP);
                samples.clear();
            }
        }
    }

    private static CostReport cost(MoneyComponent money, EnergyService energy, Period period) {
        return money.cost(energy.energy(period)).orElseThrow();
    }

    private static Map<String, Object> tariff(int rates, String high) {
        return new HashMap<>(Map.of("versions[0].validFrom", "2026-01-01", "versions[0].instalment", "90",
                "versions[0].rates", rates, "versions[0].co2GramsPerKwh", "380",
                "versions[0].tiers[0].basePrice", "10.80", "versions[0].tiers[0].highPrice", high,
                "versions[0].tiers[0].lowPrice", "0.24", "versions[0].lowRateWindows[0].days", "MO,TU,WE,TH,FR,SA,SU",
                "versions[0].lowRateWindows[0].from", "22:00", "versions[0].lowRateWindows[0].to", "06:00"));
    }

    private static double median(Supplier<?> question) {
        long[] nanos = new long[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            question.get();
            if (round >= 0) {
                nanos[round] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        return nanos[ROUNDS / 2] / 1e6;
    }
}
