package org.opensem.settings;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A group's document at a time.
 *
 * @param number grows by one within its group
 * @param time since when it held
 * @param origin who wrote it: {@code console}, {@code rest}, {@code shell}, {@code import}, {@code file}, {@code restore}, or
 *     {@code default}: what it was before anybody wrote it
 * @param document without secrets
 */
public record Revision(long number, Instant time, String origin, Map<String, Object> document) {
    public Revision {
        Objects.requireNonNull(time);
        Objects.requireNonNull(origin);
        document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
    }
}
