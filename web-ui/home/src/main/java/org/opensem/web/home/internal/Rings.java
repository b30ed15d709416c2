package org.opensem.web.home.internal;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.opensem.aggregation.Energy;
import org.opensem.web.chart.RingChart;
import org.opensem.web.chart.RingChart.Part;

/** The parts of a period's import: by phase, base and switched, by category (H2). Each ring's parts add up to its total. */
final class Rings {
    private final Energy energy;
    private final Words words;

    Rings(Energy energy, Words words) {
        this.energy = energy;
        this.words = words;
    }

    /** Σ max(phase, 0) each; without parts where the meter tells no phases (T7). */
    RingChart phases() {
        if (energy.phased() == 0 && energy.l1() + energy.l2() + energy.l3() == 0) {
            return ring("phases", List.of());
        }
        return ring("phases", List.of(new Slice("l1", "L1", energy.l1()), new Slice("l2", "L2", energy.l2()),
                new Slice("l3", "L3", energy.l3())));
    }

    RingChart load() {
        return ring("load", List.of(new Slice("base", words.get("base"), energy.base()),
                new Slice("switched", words.get("switched"), energy.switched())));
    }

    /** As long as no pattern is known, all of it is not assigned. */
    RingChart devices() {
        return ring("devices", List.of(new Slice("na", words.get("unassigned"), energy.imported())));
    }

    private record Slice(String role, String name, long milliwattSeconds) {}

    private RingChart ring(String key, List<Slice> slices) {
        long[] amounts = slices.stream().mapToLong(Slice::milliwattSeconds).toArray();
        long total = LongStream.of(amounts).sum();
        int places = words.formats().energyPlaces(total / Energy.PER_KWH);
        double scale = Math.pow(10, places);
        long[] shown = Portions.round(amounts, Energy.PER_KWH / scale);
        List<Part> parts = IntStream.range(0, shown.length).mapToObj(i -> {
            Slice slice = slices.get(i);
            return new Part(slice.role(), slice.name(), slice.milliwattSeconds() / Energy.PER_KWH,
                    words.formats().energy(shown[i] / scale, places).toString(),
                    words.formats().share(total == 0 ? 0 : (double) slice.milliwattSeconds() / total).toString());
        }).toList();
        return new RingChart(words.get("ring." + key + ".name"), words.get("ring." + key), parts,
                List.of(words.get("ring." + key), words.get("energy"), words.get("share")));
    }
}
