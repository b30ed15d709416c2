package org.opensem.web.settings.internal.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The days whose seconds go when fewer are kept.
 *
 * @param from the first of them
 * @param to the last of them
 */
record Removal(LocalDate from, LocalDate to) {

    /**
     * Today and so many full days before it are kept (G6).
     *
     * @param oldest epoch second of the first that is stored
     */
    static Optional<Removal> of(OptionalLong oldest, ZonedDateTime now, long days) {
        LocalDate last = now.toLocalDate().minusDays(Math.max(0, days)).minusDays(1);
        return oldest.isEmpty() ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(oldest.getAsLong()).atZone(now.getZone()).toLocalDate())
                        .filter(first -> !first.isAfter(last)).map(first -> new Removal(first, last));
    }
}
