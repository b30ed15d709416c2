package org.opensem.rest.internal;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;

/** Reads {@code period} and dates within periods: a date, or a time for an hour. */
final class PeriodQuery {
    private final Query query;
    private final Optional<PeriodKind> kind;

    /** @param kinds those that the call knows */
    PeriodQuery(Query query, PeriodKind... kinds) {
        this.query = query;
        query.require("period");
        List<String> names = Arrays.stream(kinds).map(PeriodQuery::name).toList();
        kind = query.choice("period", names).map(name -> PeriodKind.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    static String name(PeriodKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The instant that a parameter names; empty if it is missing, or at fault. */
    Optional<ZonedDateTime> within(String name) {
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        return kind.get() == PeriodKind.HOUR
                ? query.time(name).map(time -> time.atZone(query.zone()))
                : query.date(name).map(date -> date.atStartOfDay(query.zone()));
    }

    /** The period that holds an instant, or now. To be called after {@link Query#check}. */
    Period of(Optional<ZonedDateTime> within, Instant now) {
        return Period.of(kind.orElseThrow(), within.orElseGet(() -> now.atZone(query.zone())));
    }
}
