package org.opensem.web.home.internal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.opensem.tariff.CostReport;
import org.opensem.web.Unit;
import org.opensem.web.chart.RingChart;
import org.opensem.web.chart.RingChart.Part;
import org.opensem.web.home.HomeFigures;
import org.opensem.web.home.internal.Amounts.Amount;

/**
 * The parts of a period's import, cost or CO2: by phase, base and switched load, category (H2). In a cost the base price is a
 * part of its own, with the same amount in all three. Each ring's parts, as written, add up to the total as written.
 */
final class Rings {
    private final Words words;
    private final Unit unit;
    private final Optional<Amount> total;
    private final Measure measure;
    private final long totalSteps;
    private final long basePriceSteps;

    Rings(HomeFigures figures, Words words) {
        this.words = words;
        Amounts amounts = new Amounts(figures);
        unit = amounts.unit();
        total = amounts.total();
        Currency currency = figures.money().cost().map(CostReport::currency).orElse(null);
        measure = Measure.of(unit, currency, words.formats(), total.map(Amount::total).orElse(0L));
        long basePrice = total.map(Amount::basePrice).orElse(0L);
        long[] steps = Portions.round(new long[] {total.map(Amount::total).orElse(0L) - basePrice, basePrice}, measure.step());
        totalSteps = steps[0] + steps[1];
        basePriceSteps = steps[1];
    }

    private record Slice(String role, String name, long amount) {}

    /** Without parts where the meter tells no phases (T7). */
    RingChart phases() {
        if (total.isEmpty() || total.get().phases().isEmpty()) {
            return ring("phases", List.of(), 0);
        }
        Amount all = total.get();
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < all.phases().size(); i++) {
            slices.add(new Slice("l" + (i + 1), "L" + (i + 1), all.phases().get(i)));
        }
        if (all.untold() > 0) {
            slices.add(new Slice("na", words.get("phases.untold"), all.untold()));
        }
        long sum = slices.stream().mapToLong(Slice::amount).sum();
        boolean more = unit == Unit.ENERGY && sum != all.total();
        return ring("phases", slices, more ? Portions.round(sum, measure.step()) : totalSteps - basePriceSteps);
    }

    /**
     * What the phases add up to.
     *
     * @param isMore whether that is more than the total, since one of them fed in
     */
    record Together(String amount, boolean isMore) {}

    /** Empty where no phases are known, and of cost and CO2, whose phases are never more. */
    Optional<Together> phasesTogether() {
        if (total.isEmpty() || total.get().phases().isEmpty() || unit != Unit.ENERGY) {
            return Optional.empty();
        }
        long sum = total.get().phases().stream().mapToLong(phase -> phase).sum() + total.get().untold();
        long steps = Portions.round(sum, measure.step());
        return Optional.of(new Together(measure.text(steps), steps != totalSteps));
    }

    RingChart load() {
        return ring("load", total.map(all -> List.of(new Slice("base", words.get("base"), all.base()),
                new Slice("switched", words.get("switched"), all.switched()))).orElse(List.of()), totalSteps - basePriceSteps);
    }

    /** As long as no pattern is known, all of it is not assigned. */
    RingChart devices() {
        return ring("devices", total.map(all -> List.of(new Slice("na", words.get("unassigned"), all.base() + all.switched())))
                .orElse(List.of()), totalSteps - basePriceSteps);
    }

    /** @param steps what the slices are to add up to, without the base price */
    private RingChart ring(String key, List<Slice> slices, long steps) {
        long[] shown = Portions.round(slices.stream().mapToLong(Slice::amount).toArray(), measure.step(), steps);
        List<Slice> all = new ArrayList<>(slices);
        long[] texts = shown;
        if (unit == Unit.COST && !slices.isEmpty()) {
            all.add(new Slice("baseprice", words.get("baseprice"), total.orElseThrow().basePrice()));
            texts = LongStream.concat(LongStream.of(shown), LongStream.of(basePriceSteps)).toArray();
        }
        long whole = all.stream().mapToLong(slice -> Math.max(0, slice.amount())).sum();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Slice slice = all.get(i);
            // Energy may cost less than nothing for an hour: a ring has no such part, its legend says it.
            long size = Math.max(0, slice.amount());
            parts.add(new Part(slice.role(), slice.name(), measure.value(size), measure.text(texts[i]),
                    words.formats().share(whole == 0 ? 0 : (double) size / whole).toString()));
        }
        String amount = words.amount(unit);
        return new RingChart(words.get("ring." + key + ".name", amount), words.get("ring." + key), parts,
                List.of(words.get("ring." + key), amount, words.get("share")));
    }
}
