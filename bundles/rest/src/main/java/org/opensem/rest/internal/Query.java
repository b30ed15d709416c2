package org.opensem.rest.internal;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opensem.rest.internal.Problem.FieldFault;

/** Reads a call's parameters and gathers what is wrong with all of them, to tell it at once. */
final class Query {
    private final MultivaluedMap<String, String> parameters;
    private final List<FieldFault> faults = new ArrayList<>();
    private final ZoneId zone;

    /** @param configured the zone where the call names none */
    Query(MultivaluedMap<String, String> parameters, ZoneId configured) {
        this.parameters = parameters;
        this.zone = value("zone", "zone", Times::zone).orElse(configured);
    }

    /** The zone asked for. */
    ZoneId zone() {
        return zone;
    }

    Optional<Instant> time(String name) {
        return value(name, "time", text -> text).flatMap(text -> parseTime(name, text));
    }

    private Optional<Instant> parseTime(String name, String text) {
        try {
            Optional<Instant> time = Times.instant(text, zone);
            if (time.isEmpty()) {
                fault(name, "ambiguous", text, zone.getId());
            }
            return time;
        } catch (DateTimeException e) {
            fault(name, "time", text);
            return Optional.empty();
        }
    }

    Optional<LocalDate> date(String name) {
        return value(name, "date", Times::date);
    }

    Optional<Integer> number(String name, int least, int most) {
        Optional<Integer> number = value(name, "number", Integer::valueOf);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            fault(name, "range", String.valueOf(least), String.valueOf(most));
            return Optional.empty();
        }
        return number;
    }

    boolean flag(String name) {
        return choice(name, List.of("true", "false")).map(Boolean::valueOf).orElse(false);
    }

    Optional<String> choice(String name, List<String> choices) {
        Optional<String> choice = value(name, "choice", text -> text);
        if (choice.isPresent() && !choices.contains(choice.get())) {
            fault(name, "choice", choice.get(), String.join(", ", choices));
            return Optional.empty();
        }
        return choice;
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    void require(String name) {
        if (!has(name)) {
            fault(name, "missing");
        }
    }

    void fault(String name, String key, Object... arguments) {
        faults.add(new FieldFault(name, key, arguments));
    }

    /** @throws Problem if anything was wrong */
    void check() {
        if (!faults.isEmpty()) {
            throw Problem.fields(faults);
        }
    }

    private <T> Optional<T> value(String name, String key, Function<String, T> parser) {
        String text = parameters.getFirst(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException | NumberFormatException e) {
            fault(name, key, text);
            return Optional.empty();
        }
    }
}
