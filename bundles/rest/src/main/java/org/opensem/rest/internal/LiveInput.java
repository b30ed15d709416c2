package org.opensem.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.opensem.metering.Sample;
import org.opensem.rest.internal.Problem.FieldFault;
import tools.jackson.databind.JsonNode;

/** Reads what a script posts as a meter: a live object or a list of them. All or nothing, with every fault at once. */
final class LiveInput {
    /** Most faults named, as with files. */
    private static final int MOST_FAULTS = 100;
    /** How far a given total may be off the sum of the phases. */
    private static final int TOLERANCE_MILLIWATTS = 3000;
    private static final BigDecimal MOST_WATTS = BigDecimal.valueOf(Sample.MOST_MILLIWATTS, 3);
    private static final int MOST_DECIMALS = 400;
    private static final List<String> PHASES = List.of("l1", "l2", "l3");

    private final ZoneId zone;
    private final List<FieldFault> faults = new ArrayList<>();

    private LiveInput(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The samples in the order of their time.
     *
     * @param zone of times without offset
     * @throws Problem 400 or 413
     */
    static List<Sample> read(InputStream in, ZoneId zone) throws IOException {
        JsonNode tree = JsonInput.tree(in);
        if (tree.isObject() || tree.isArray() && !tree.isEmpty()) {
            return new LiveInput(zone).samples(tree);
        }
        throw Problem.of(400, "no-sample");
    }

    private List<Sample> samples(JsonNode tree) {
        List<Sample> samples = new ArrayList<>();
        if (tree.isObject()) {
            sample(tree, "").ifPresent(samples::add);
        } else {
            for (int i = 0; i < tree.size() && faults.size() < MOST_FAULTS; i++) {
                sample(tree.get(i), "[" + i + "].").ifPresent(samples::add);
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.fields(faults);
        }
        samples.sort(Comparator.comparingLong(Sample::epochSecond));
        return samples;
    }

    private Optional<Sample> sample(JsonNode node, String path) {
        if (!node.isObject()) {
            faults.add(new FieldFault(path.substring(0, path.length() - 1), "object"));
            return Optional.empty();
        }
        int before = faults.size();
        long second = JsonInput.time(node, path, "time", zone, faults).orElse(0);
        OptionalInt total = power(node, path, "total");
        List<OptionalInt> phases = PHASES.stream().map(phase -> power(node, path, phase)).toList();
        long present = phases.stream().filter(OptionalInt::isPresent).count();
        if (faults.size() > before) {
            return Optional.empty();
        }
        if (present == 0) {
            if (total.isEmpty()) {
                faults.add(new FieldFault(path + "total", "missing"));
                return Optional.empty();
            }
            return Optional.of(Sample.ofTotal(second, total.getAsInt()));
        }
        return ofPhases(second, total, phases, path);
    }

    private Optional<Sample> ofPhases(long second, OptionalInt total, List<OptionalInt> phases, String path) {
        long sum = 0;
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).isEmpty()) {
                faults.add(new FieldFault(path + PHASES.get(i), "phases"));
                return Optional.empty();
            }
            sum += phases.get(i).getAsInt();
        }
        if (Math.abs(sum) > Sample.MOST_MILLIWATTS) {
            faults.add(new FieldFault(path + "total", "power"));
        } else if (total.isPresent() && Math.abs(sum - total.getAsInt()) > TOLERANCE_MILLIWATTS) {
            faults.add(new FieldFault(path + "total", "total"));
        } else {
            return Optional.of(Sample.ofPhases(second, phases.get(0).getAsInt(), phases.get(1).getAsInt(),
                    phases.get(2).getAsInt()));
        }
        return Optional.empty();
    }

    private OptionalInt power(JsonNode node, String path, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.isNumber()) {
            faults.add(new FieldFault(path + name, "watts"));
            return OptionalInt.empty();
        }
        BigDecimal watts = value.decimalValue();
        if (watts.scale() > MOST_DECIMALS) {
            // "1e-999999999" would take a gigabyte of digits to round.
            faults.add(new FieldFault(path + name, "watts"));
            return OptionalInt.empty();
        }
        if (watts.abs().compareTo(MOST_WATTS) > 0) {
            faults.add(new FieldFault(path + name, "power"));
            return OptionalInt.empty();
        }
        return OptionalInt.of(watts.movePointRight(3).setScale(0, RoundingMode.HALF_UP).intValueExact());
    }
}
