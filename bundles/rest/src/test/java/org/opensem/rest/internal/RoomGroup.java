package org.opensem.rest.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;

/** Settings with one of everything that JSON has. */
final class RoomGroup implements SettingsGroup {
    /** Whether its bundle goes in the middle of a call. */
    volatile boolean gone;

    @Override
    public SettingsDescriptor descriptor() {
        return new SettingsDescriptor("room", "org.opensem.room", 1000, Set.of("code"));
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        if (gone) {
            throw new IllegalArgumentException("There are no settings room");
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", fields.text("name", 20, null));
        document.put("persons", fields.integer("persons", 0, 9, 2));
        document.put("heated", fields.flag("heated", true));
        document.put("lamps", fields.parts("lamps", 4).stream().map(lamp -> Map.<String, Object>of(
                "watts", lamp.required("watts", lamp.number("watts", "0", "100"), BigDecimal.ZERO),
                "price", lamp.text("price", 10, "0.00"))).toList());
        document.put("days", List.copyOf(fields.texts("days", 7)));
        document.put("code", fields.text("code", 8, null));
        return document;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("temperature", new BigDecimal("21.50"));
    }
}
