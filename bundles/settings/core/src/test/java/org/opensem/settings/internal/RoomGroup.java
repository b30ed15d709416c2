package org.opensem.settings.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;

/** A group with everything that groups have: a text, a number, a list of parts, a field that depends on another, a secret. */
final class RoomGroup implements SettingsGroup {
    static final String PID = "org.opensem.room";
    static final Map<String, Object> DOCUMENT = Map.of("name", "Küche", "lamps", List.of(
            Map.of("watts", 40), Map.of("watts", "8.5")), "alarm", true, "code", "1234");

    /** A later version may be stricter. */
    int mostLamps = 4;
    Map<String, Object> facts = Map.of();
    RuntimeException failure;

    @Override
    public SettingsDescriptor descriptor() {
        return new SettingsDescriptor("room", PID, 1000, Set.of("code", "server.password"));
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        if (failure != null) {
            throw failure;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", fields.text("name", 20, "Room"));
        document.put("lamps", fields.parts("lamps", mostLamps).stream()
                .map(lamp -> Map.<String, Object>of("watts", lamp.required("watts", lamp.number("watts", "0", "1000"),
                        BigDecimal.ONE))).toList());
        boolean alarm = fields.flag("alarm", false);
        document.put("alarm", alarm);
        if (alarm) {
            document.put("code", fields.text("code", 8, null));
        }
        Map<String, Object> server = new LinkedHashMap<>();
        Fields part = fields.part("server");
        server.put("host", part.text("host", 40, "localhost"));
        server.put("password", part.text("password", 20, null));
        document.put("server", server);
        return document;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
