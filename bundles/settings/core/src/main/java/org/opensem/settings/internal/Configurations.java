package org.opensem.settings.internal;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opensem.language.Message;
import org.opensem.settings.SettingsException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Configuration Admin as the settings see it: flat texts. A PID may hold more than settings: what is not asked for by its name
 * stays as it is.
 */
final class Configurations {
    private final ConfigurationAdmin admin;

    Configurations(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** All properties as text; those without one are left out, since blank is missing. */
    Map<String, String> properties(String pid) {
        Map<String, String> properties = new TreeMap<>();
        find(pid).map(Configuration::getProperties).ifPresent(found -> Collections.list(found.keys()).forEach(name -> {
            String text = text(found.get(name));
            if (!text.isBlank()) {
                properties.put(name, text);
            }
        }));
        return properties;
    }

    /** Of {@link #properties} those that belong to fields. @param names first steps of their paths */
    static Map<String, String> fields(Map<String, String> properties, Set<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        properties.forEach((path, value) -> {
            if (names.contains(name(path))) {
                fields.put(path, value);
            }
        });
        return fields;
    }

    /** The first step of a path: the field's name. */
    static String name(String path) {
        return path.split("[.\\[]", 2)[0];
    }

    private static String text(Object value) {
        return switch (value) {
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(","));
            case Object array when array.getClass().isArray() -> IntStream.range(0, Array.getLength(array))
                    .mapToObj(i -> String.valueOf(Array.get(array, i))).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    /**
     * Makes the fields of a configuration these values, and leaves everything else in it as it is.
     *
     * @throws IOException if it cannot be changed
     */
    void push(String pid, Set<String> names, Map<String, String> values) throws IOException {
        Configuration configuration = admin.getConfiguration(pid, "?");
        Dictionary<String, Object> before = configuration.getProperties();
        // Two names that differ in case only are one too many for Configuration Admin.
        Map<String, Object> after = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (before != null) {
            Collections.list(before.keys()).stream().filter(name -> !names.contains(name(name)))
                    .forEach(name -> after.put(name, before.get(name)));
        }
        values.forEach((name, value) -> {
            after.remove(name);
            after.put(name, value);
        });
        try {
            configuration.update(new Hashtable<>(after));
        } catch (RuntimeException e) {
            // Read-only because its file is, deleted at this moment, or Configuration Admin is stopping.
            throw new IOException(e);
        }
    }

    private Optional<Configuration> find(String pid) {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
            return found == null ? Optional.empty() : Optional.of(found[0]);
        } catch (IOException | InvalidSyntaxException e) {
            throw new SettingsException(Message.of(Configurations.class, "configuration", pid, e.toString()), e);
        }
    }
}
