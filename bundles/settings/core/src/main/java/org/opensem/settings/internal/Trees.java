package org.opensem.settings.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensem.settings.Paths;

/** Documents as trees of maps and lists, and the parts in them that a path without indexes names. */
final class Trees {
    private Trees() {}

    /** A copy that may be changed. */
    static Map<String, Object> copy(Map<String, ?> document) {
        Map<String, Object> copy = new LinkedHashMap<>();
        document.forEach((name, value) -> copy.put(name, copied(value)));
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Object copied(Object value) {
        return switch (value) {
            case Map<?, ?> map -> copy((Map<String, ?>) map);
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(copied(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    /** The value at a path; empty if there is none, or null. */
    static Optional<Object> get(Map<String, Object> document, String path) {
        return part(document, path, false).map(part -> part.get(last(path)));
    }

    /** Puts a value, and the parts that it needs. Where something else stands in their place nothing is put. */
    static void put(Map<String, Object> document, String path, Object value) {
        part(document, path, true).ifPresent(part -> part.put(last(path), value));
    }

    static void remove(Map<String, Object> document, String path) {
        part(document, path, false).ifPresent(part -> part.remove(last(path)));
    }

    /** Puts another name and value in the place of a value, or at the end of its part. */
    static void replace(Map<String, Object> document, String path, String name, Object value) {
        part(document, path, true).ifPresent(part -> {
            Map<String, Object> before = new LinkedHashMap<>(part);
            before.putIfAbsent(last(path), null);
            part.clear();
            before.forEach((key, old) -> part.put(key.equals(last(path)) ? name : key, key.equals(last(path)) ? value : old));
        });
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> part(Map<String, Object> document, String path, boolean make) {
        Map<String, Object> at = document;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            Object inner = at.get(steps[i]);
            if (inner == null && make) {
                inner = new LinkedHashMap<String, Object>();
                at.put(steps[i], inner);
            }
            if (!(inner instanceof Map)) {
                return Optional.empty();
            }
            at = (Map<String, Object>) inner;
        }
        return Optional.of(at);
    }

    /** The leaves as text, as a configuration keeps them; what is blank is missing. */
    static Map<String, String> flat(Map<String, ?> document) {
        Map<String, String> flat = new LinkedHashMap<>();
        Paths.flat(document).forEach((path, value) -> {
            String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            if (!text.isBlank()) {
                flat.put(path, text);
            }
        });
        return flat;
    }
}
