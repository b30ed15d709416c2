package org.opensem.web.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opensem.settings.Fault;
import org.opensem.web.settings.Draft.Unreadable;

/** Trees of maps, lists and values: copied, compared, made readable. */
final class Trees {
    private Trees() {}

    static Map<String, Object> copy(Map<String, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(name, copied(value)));
        return copy;
    }

    @SuppressWarnings("unchecked")
    static Object copied(Object value) {
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

    static Map<String, Object> readable(Map<?, ?> map) {
        Map<String, Object> readable = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(value instanceof Unreadable)) {
                readable.put(name.toString(), readableValue(value));
            }
        });
        return readable;
    }

    static Object readableValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> readable(map);
            case List<?> list -> {
                List<Object> readable = new ArrayList<>();
                list.forEach(item -> readable.add(readableValue(item)));
                yield readable;
            }
            case Unreadable unreadable -> null;
            case null, default -> value;
        };
    }

    static void collect(String path, Object value, List<Fault> faults) {
        switch (value) {
            case Unreadable unreadable -> faults.add(new Fault(path, unreadable.fault()));
            case Map<?, ?> map -> map.forEach((name, inner) -> collect(path.isEmpty() ? "" + name : path + "." + name, inner, faults));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    collect(path + "[" + i + "]", list.get(i), faults);
                }
            }
            case null, default -> { }
        }
    }

    /** The number that a value is or spells; empty if it is none. */
    static Optional<BigDecimal> decimal(Object value) {
        try {
            return switch (value) {
                case BigDecimal number -> Optional.of(number);
                case Number number -> Optional.of(new BigDecimal(number.toString()));
                case String text when text.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?") -> Optional.of(new BigDecimal(text));
                case null, default -> Optional.empty();
            };
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static boolean same(Object a, Object b) {
        if (isEmpty(a) || isEmpty(b)) {
            return isEmpty(a) && isEmpty(b);
        }
        if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
            return left.entrySet().stream().allMatch(entry -> same(entry.getValue(), right.get(entry.getKey())))
                    && right.entrySet().stream().allMatch(entry -> left.containsKey(entry.getKey()) || isEmpty(entry.getValue()));
        }
        if (a instanceof List<?> left && b instanceof List<?> right) {
            return left.size() == right.size()
                    && IntStream.range(0, left.size()).allMatch(i -> same(left.get(i), right.get(i)));
        }
        Optional<BigDecimal> number = decimal(a);
        if (number.isPresent() && decimal(b).isPresent()) {
            return number.get().compareTo(decimal(b).get()) == 0;
        }
        return a.equals(b) || !(a instanceof Unreadable || b instanceof Unreadable) && a.toString().equals(b.toString());
    }

    static boolean isEmpty(Object value) {
        return value == null || "".equals(value) || value instanceof List<?> list && list.isEmpty();
    }
}
