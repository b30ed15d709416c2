package org.opensem.aggregation.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.aggregation.CorrectionFactors.Step;
import org.opensem.language.Message;
import org.opensem.settings.Fields;

/**
 * The settings of the group {@code calibration} (E4): {@code factor} and {@code validFrom} are the newest step, {@code steps} are
 * all, ascending.
 *
 * <p>A document whose {@code steps} end with its {@code factor} and {@code validFrom} is taken as it is: what was read can be
 * written again, now or later, and means the same. Else {@code factor} and {@code validFrom} are a new step: for all of history,
 * without a date, it replaces every other; from a date on it replaces what begins on that day or later, and what begins earlier
 * stays, of the document's steps or, if it has none, of those in force.
 *
 * @param steps ascending, one at least; only the first may be without a date
 */
record CalibrationDocument(List<Dated> steps) {
    static final CalibrationDocument NEUTRAL = new CalibrationDocument(List.of(new Dated(null, BigDecimal.ONE)));
    /** Shown, and passed over when they come back. */
    static final List<String> FACTS = List.of("history", "reading");

    private static final int MOST_STEPS = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    CalibrationDocument {
        steps = List.copyOf(steps);
    }

    /** A factor from a local day on. @param from null for all of history */
    record Dated(LocalDate from, BigDecimal factor) {

        boolean isSame(Dated other) {
            return factor.compareTo(other.factor) == 0 && (from == null ? other.from == null : from.equals(other.from));
        }

        Map<String, Object> map() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("factor", factor);
            map.put("validFrom", from == null ? null : from.toString());
            return map;
        }
    }

    /** Reads a document, notes what is wrong in it, and then means nothing. @param inForce what holds now */
    static CalibrationDocument read(Fields fields, CalibrationDocument inForce) {
        fields.ignore(FACTS);
        List<Dated> given = given(fields);
        Optional<BigDecimal> factor = factor(fields);
        LocalDate from = from(fields).orElse(null);
        Dated newest = factor.isEmpty() && !given.isEmpty() ? given.getLast() : new Dated(from, factor.orElse(BigDecimal.ONE));
        if (!given.isEmpty() && given.getLast().isSame(newest)) {
            return new CalibrationDocument(given);
        }
        CalibrationDocument result = (given.isEmpty() ? inForce : new CalibrationDocument(given)).with(newest);
        if (result.steps.size() > MOST_STEPS) {
            fields.fault("steps", message("steps", MOST_STEPS));
        }
        return result;
    }

    /** Whether a flat property is one of a document. */
    static boolean isField(String path) {
        return path.equals("factor") || path.equals("validFrom") || path.startsWith("steps[");
    }

    private static List<Dated> given(Fields fields) {
        List<Dated> given = new ArrayList<>();
        for (Fields step : fields.parts("steps", MOST_STEPS)) {
            BigDecimal factor = step.required("factor", factor(step), BigDecimal.ONE);
            Optional<LocalDate> from = from(step);
            if (!given.isEmpty()) {
                LocalDate day = step.required("validFrom", from, null);
                LocalDate before = given.getLast().from();
                if (day != null && before != null && !day.isAfter(before)) {
                    step.fault("validFrom", message("order"));
                }
            }
            given.add(new Dated(from.orElse(null), factor));
        }
        return given;
    }

    private static Optional<BigDecimal> factor(Fields fields) {
        Optional<BigDecimal> factor =
                fields.number("factor", CorrectionFactors.LEAST.toString(), CorrectionFactors.MOST.toString());
        if (factor.isPresent() && factor.get().stripTrailingZeros().scale() > CorrectionFactors.PLACES) {
            fields.fault("factor", message("places", CorrectionFactors.PLACES));
        }
        return factor;
    }

    private static Optional<LocalDate> from(Fields fields) {
        Optional<LocalDate> from = fields.date("validFrom");
        if (from.isPresent() && (from.get().isBefore(FIRST_DAY) || from.get().isAfter(LAST_DAY))) {
            fields.fault("validFrom", message("day", FIRST_DAY.toString(), LAST_DAY.toString()));
            return Optional.empty();
        }
        return from;
    }

    private static Message message(String key, Object... values) {
        return Message.of(CalibrationDocument.class, key, values);
    }

    /** With a further step, which replaces those that begin no earlier. */
    private CalibrationDocument with(Dated newest) {
        List<Dated> all = new ArrayList<>();
        if (newest.from() != null) {
            steps.stream().filter(step -> step.from() == null || step.from().isBefore(newest.from())).forEach(all::add);
        }
        all.add(newest);
        return new CalibrationDocument(all);
    }

    /** As it is kept. */
    Map<String, Object> map() {
        Map<String, Object> map = steps.getLast().map();
        map.put("steps", steps.stream().map(Dated::map).toList());
        return map;
    }

    /** The steps before the newest. */
    List<Map<String, Object>> history() {
        return steps.subList(0, steps.size() - 1).stream().map(Dated::map).toList();
    }

    /** What they mean where the days begin as in a zone. */
    CorrectionFactors factors(ZoneId zone) {
        return new CorrectionFactors(steps.stream()
                .map(step -> new Step(
                        step.from() == null ? Long.MIN_VALUE : step.from().atStartOfDay(zone).toEpochSecond(), step.factor()))
                .toList());
    }
}
