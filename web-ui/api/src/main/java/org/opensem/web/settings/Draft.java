package org.opensem.web.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opensem.language.Message;
import org.opensem.settings.Fault;

/**
 * A group's document while somebody edits it: a tree of maps, lists, texts, numbers and booleans, reached by paths such as
 * {@code tiers[1].fromKwh}. What cannot be read stands in it as it was typed, with its fault, and moves with its neighbours.
 */
public final class Draft {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,4})]");

    private final Map<String, Object> saved;
    private final Map<String, Object> root;

    /**
     * What was typed and cannot be read.
     *
     * @param text as it was typed
     * @param fault what is wrong with it
     */
    public record Unreadable(String text, Message fault) {
        public Unreadable {
            Objects.requireNonNull(text);
            Objects.requireNonNull(fault);
        }
    }

    /** Begins with a document that is saved. */
    public Draft(Map<String, ?> saved) {
        this.saved = Trees.copy(saved);
        this.root = Trees.copy(saved);
    }

    /** What stands at a path: a value, an {@link Unreadable}, a part, a list; empty if there is nothing, or null. */
    public Optional<Object> get(String path) {
        Object at = root;
        for (Object step : steps(path)) {
            at = switch (at) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list when step instanceof Integer index && index < list.size() -> list.get(index);
                case null, default -> null;
            };
        }
        return Optional.ofNullable(at);
    }

    /** The number at a path; empty if there is none. */
    public Optional<BigDecimal> number(String path) {
        return get(path).flatMap(Trees::decimal);
    }

    /** The text at a path; empty if there is none. */
    public Optional<String> text(String path) {
        return get(path).filter(value -> !(value instanceof Unreadable || value instanceof Map || value instanceof List))
                .map(Object::toString);
    }

    /** How many items the list at a path has; 0 if there is none. */
    public int size(String path) {
        return get(path).filter(List.class::isInstance).map(list -> ((List<?>) list).size()).orElse(0);
    }

    /**
     * Puts a value at a path; parts and lists on the way are made. One past the end of a list adds to it.
     *
     * @param value null says that the field is empty
     */
    public void put(String path, Object value) {
        List<Object> steps = steps(path);
        Object at = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            Object step = steps.get(i);
            Object next = at instanceof Map<?, ?> map ? map.get(step) : item((List<?>) at, (Integer) step);
            if (!(next instanceof Map || next instanceof List)) {
                next = steps.get(i + 1) instanceof Integer ? new ArrayList<>() : new LinkedHashMap<>();
                set(at, step, next);
            }
            at = next;
        }
        set(at, steps.getLast(), Trees.copied(value));
    }

    private static Object item(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    @SuppressWarnings("unchecked")
    private static void set(Object parent, Object step, Object value) {
        if (step instanceof Integer index) {
            List<Object> list = (List<Object>) parent;
            if (index == list.size()) {
                list.add(value);
            } else {
                list.set(index, value);
            }
        } else {
            ((Map<Object, Object>) parent).put(step, value);
        }
    }

    /** Takes a field out of its part, or an item out of its list, which closes up. */
    public void remove(String path) {
        int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        Object parent = end < 0 ? root : get(path.substring(0, end)).orElse(null);
        Object step = steps(path).getLast();
        if (parent instanceof Map<?, ?> map) {
            map.remove(step);
        } else if (parent instanceof List<?> list && (Integer) step < list.size()) {
            list.remove((int) step);
        }
    }

    /** The whole as it would be written: what cannot be read is left out. */
    public Map<String, Object> document() {
        return Trees.readable(root);
    }

    /** The faults of what cannot be read. */
    public List<Fault> unreadable() {
        List<Fault> faults = new ArrayList<>();
        Trees.collect("", root, faults);
        return faults;
    }

    /** Whether it differs from what is saved; {@code 0.3420} does not differ from {@code 0.342}, nor an empty field from none. */
    public boolean isChanged() {
        return !Trees.same(saved, root);
    }

    private static List<Object> steps(String path) {
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            steps.add(matcher.group(2) == null ? matcher.group(1) : (Object) Integer.valueOf(matcher.group(2)));
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("Not the path of a field: " + path);
        }
        return steps;
    }
}
