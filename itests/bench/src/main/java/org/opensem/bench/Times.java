package org.opensem.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations in ms; the first few of an interaction only warm up. */
final class Times {
    private static final int WARM_UP = 3;

    private final List<Double> all = new ArrayList<>();
    private int warming;

    Times(boolean warmUp) {
        warming = warmUp ? WARM_UP : 0;
    }

    /** @param ms negative if nothing was done */
    void add(double ms) {
        if (ms >= 0 && warming-- <= 0) {
            all.add(ms);
        }
    }

    int count() {
        return all.size();
    }

    double median() {
        return at(0.5);
    }

    double p95() {
        return at(0.95);
    }

    private double at(double part) {
        if (all.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        List<Double> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * part) - 1);
    }
}
