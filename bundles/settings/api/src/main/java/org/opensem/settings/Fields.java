package org.opensem.settings;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.opensem.language.Message;

/**
 * A document's fields as somebody wrote them (JSON, a file of properties, a form), read one by one. Whatever cannot be read is
 * noted as a fault of that field and read as its default, so that one pass finds every fault. A field that is not asked for is
 * one that does not exist: a fault as well, found by {@link #faults}.
 */
public final class Fields {
    private static final int MOST_DIGITS = 40;

    private final Map<String, ?> document;
    private final String path;
    private final Faults found;
    private final Set<String> known = new HashSet<>();
    private final List<Fields> children = new ArrayList<>();

    private record Faults(List<Fault> list) {}

    private Fields(Map<String, ?> document, String path, Faults found) {
        this.document = document;
        this.path = path;
        this.found = found;
    }

    /** Of a tree of maps, lists, texts, numbers and booleans. */
    public static Fields of(Map<String, ?> document) {
        return new Fields(Objects.requireNonNull(document), "", new Faults(new ArrayList<>()));
    }

    /** Of flat properties whose names are paths, such as {@code tiers[0].highPrice}, as a configuration has them. */
    public static Fields ofProperties(Map<String, ?> properties) {
        return of(Paths.tree(properties));
    }

    /** Every fault so far, and every field that was not asked for. */
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>(found.list());
        addUnknown(all);
        return List.copyOf(all);
    }

    /**
     * Every fault so far; a field that was not asked for is none. So stored values are read, which another version may have
     * written.
     */
    public List<Fault> faultsOfKnown() {
        return List.copyOf(found.list());
    }

    private void addUnknown(List<Fault> all) {
        document.keySet().stream().filter(name -> !known.contains(name)).sorted()
                .forEach(name -> all.add(new Fault(path + name, message("unknown"))));
        children.forEach(child -> child.addUnknown(all));
    }

    /**
     * The names that were asked for so far in this part of the document. The others in a configuration are not settings: they
     * belong to somebody else, and outlive every change of the settings.
     */
    public Set<String> asked() {
        return Set.copyOf(known);
    }

    /** Notes a fault of a field; {@code ""} is this part of the document itself. */
    public void fault(String name, Message message) {
        String field = path + name;
        found.list().add(new Fault(field.endsWith(".") ? field.substring(0, field.length() - 1) : field, message));
    }

    /** Passes over fields that are shown but not written. */
    public void ignore(Iterable<String> names) {
        names.forEach(known::add);
    }

    /** A text without blanks around it; empty if it is missing, null or blank. */
    public Optional<String> text(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof Map || value instanceof List) {
                fault(name, message("text"));
                return Optional.empty();
            }
            String text = value instanceof BigDecimal number ? plain(number) : value.toString().strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        });
    }

    /** {@code 1e999999999} written out would be a gigabyte of zeros. */
    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
    }

    /** A text of at most so many characters, or {@code otherwise}. */
    public String text(String name, int most, String otherwise) {
        Optional<String> text = text(name);
        if (text.isPresent() && text.get().length() > most) {
            fault(name, message("long", most));
            return otherwise;
        }
        return text.orElse(otherwise);
    }

    /** True or false, or {@code otherwise}. */
    public boolean flag(String name, boolean otherwise) {
        return parse(name, "flag", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        }).orElse(otherwise);
    }

    /** A number from {@code least} to {@code most}, both included; of its places those are kept that were given. */
    public Optional<BigDecimal> number(String name, String least, String most) {
        Optional<BigDecimal> number = parse(name, "number", Fields::decimal);
        BigDecimal low = new BigDecimal(least);
        BigDecimal high = new BigDecimal(most);
        if (number.isPresent() && (number.get().compareTo(low) < 0 || number.get().compareTo(high) > 0)) {
            fault(name, message("range", low, high));
            return Optional.empty();
        }
        return number;
    }

    /** A number of any size would be worked with for ever: none of ours has more digits. */
    private static BigDecimal decimal(String text) {
        if (text.length() > MOST_DIGITS) {
            throw new NumberFormatException(text);
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    /** A whole number in a range, or {@code otherwise}. */
    public int integer(String name, int least, int most, int otherwise) {
        Optional<BigDecimal> number = number(name, String.valueOf(least), String.valueOf(most));
        if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
            fault(name, message("integer"));
            return otherwise;
        }
        return number.map(BigDecimal::intValueExact).orElse(otherwise);
    }

    /** A date such as {@code 2026-11-22}. */
    public Optional<LocalDate> date(String name) {
        return parse(name, "date", LocalDate::parse);
    }

    /** A time of day such as {@code 22:00}; {@code 24:00} is midnight. */
    public Optional<LocalTime> time(String name) {
        return parse(name, "time", text -> LocalTime.parse(text.equals("24:00") ? "00:00" : text));
    }

    /** One of a few, by its name in any case, or {@code otherwise}. */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (choiceName(constant).equalsIgnoreCase(text.get())) {
                return constant;
            }
        }
        fault(name, message("choice",
                String.join(", ", List.of(type.getEnumConstants()).stream().map(Fields::choiceName).toList())));
        return otherwise;
    }

    /** A constant's name in documents: {@code ACCESS_POINT} is {@code access-point}. */
    public static String choiceName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a text stands for. @param parser throws an IllegalArgumentException or a DateTimeException if it is none */
    public <T> Optional<T> parse(String name, Function<String, T> parser, Message fault) {
        Optional<String> text = text(name);
        try {
            return text.map(parser);
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(name, fault);
            return Optional.empty();
        }
    }

    private <T> Optional<T> parse(String name, String fault, Function<String, T> parser) {
        return parse(name, parser, message(fault));
    }

    /** What must be there; the fault is noted where it is not, unless the field has one already. */
    public <T> T required(String name, Optional<T> value, T otherwise) {
        if (value.isEmpty() && found.list().stream().noneMatch(fault -> fault.field().equals(path + name))) {
            fault(name, message("missing"));
        }
        return value.orElse(otherwise);
    }

    /** A part of the document; an empty one if it is missing. */
    public Fields part(String name) {
        Object value = value(name).orElse(Map.of());
        return child(value, name, path + name + ".");
    }

    /** The parts in a list of at most so many; empty if it is missing. */
    public List<Fields> parts(String name, int most) {
        List<?> values = list(name, most);
        List<Fields> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String item = name + "[" + i + "]";
            parts.add(child(values.get(i), item, path + item + "."));
        }
        return parts;
    }

    private Fields child(Object value, String name, String childPath) {
        if (!(value instanceof Map<?, ?> map)) {
            fault(name, message("part"));
            return new Fields(Map.of(), childPath, found);
        }
        @SuppressWarnings("unchecked")
        Fields child = new Fields((Map<String, ?>) map, childPath, found);
        children.add(child);
        return child;
    }

    /** The texts in a list of at most so many, blanks left out; a single text counts as a list separated by commas. */
    public List<String> texts(String name, int most) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(name, most)) {
            if (value instanceof Map || value instanceof List || value == null) {
                fault(name, message("text"));
            } else if (!value.toString().isBlank()) {
                texts.add(value.toString().strip());
            }
        }
        return texts;
    }

    private List<?> list(String name, int most) {
        Object value = value(name).orElse(List.of());
        List<?> values = switch (value) {
            case List<?> list -> list;
            case String text -> List.of(text.split(","));
            default -> null;
        };
        if (values == null) {
            fault(name, message("list"));
            return List.of();
        }
        if (values.size() > most) {
            fault(name, message("many", most));
            return List.of();
        }
        return values;
    }

    private Optional<Object> value(String name) {
        known.add(name);
        return Optional.ofNullable(document.get(name));
    }

    private static Message message(String key, Object... values) {
        return Message.of(Fields.class, key, values);
    }
}
