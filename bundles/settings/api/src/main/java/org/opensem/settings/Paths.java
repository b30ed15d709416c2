package org.opensem.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents as flat properties and back: {@code tiers[0].highPrice} is the price in the first of the tiers. */
public final class Paths {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,4})]");
    private static final int MOST_INDEX = 1000;

    private Paths() {}

    /** The leaves by their paths, in the document's order; nulls and empty lists are left out. */
    public static Map<String, Object> flat(Map<String, ?> document) {
        Map<String, Object> flat = new LinkedHashMap<>();
        document.forEach((name, value) -> flatten(name, value, flat));
        return flat;
    }

    private static void flatten(String path, Object value, Map<String, Object> flat) {
        switch (value) {
            case null -> { }
            case Map<?, ?> map -> map.forEach((name, inner) -> flatten(path + "." + name, inner, flat));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    flatten(path + "[" + i + "]", list.get(i), flat);
                }
            }
            default -> flat.put(path, value);
        }
    }

    /** The tree that flat properties stand for; indexes that leave holes are closed up. What is no path stays a plain name. */
    public static Map<String, Object> tree(Map<String, ?> properties) {
        Map<Object, Object> root = new LinkedHashMap<>();
        properties.forEach((path, value) -> {
            Map<Object, Object> at = root;
            List<Object> steps = steps(path);
            for (Object step : steps.subList(0, steps.size() - 1)) {
                // A value where a part should be gives way to the part.
                at = inner(at.compute(step, (key, old) -> old instanceof Map ? old : new LinkedHashMap<>()));
            }
            at.put(steps.getLast(), value);
        });
        Map<String, Object> tree = new LinkedHashMap<>();
        root.forEach((name, value) -> tree.put(name.toString(), closed(value)));
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> inner(Object map) {
        return (Map<Object, Object>) map;
    }

    private static List<Object> steps(String path) {
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            boolean index = matcher.group(2) != null;
            steps.add(index ? (Object) Math.min(MOST_INDEX, Integer.parseInt(matcher.group(2))) : matcher.group(1));
        }
        return steps.isEmpty() || steps.getFirst() instanceof Integer ? List.of(path) : steps;
    }

    private static Object closed(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.keySet().stream().allMatch(Integer.class::isInstance)) {
            Map<Integer, Object> sorted = new TreeMap<>();
            map.forEach((index, inner) -> sorted.put((Integer) index, closed(inner)));
            return Collections.unmodifiableList(new ArrayList<>(sorted.values()));
        }
        Map<String, Object> closed = new LinkedHashMap<>();
        map.forEach((name, inner) -> closed.put(name.toString(), closed(inner)));
        return closed;
    }
}
