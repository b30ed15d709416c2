package org.opensem.time.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.opensem.language.Message;
import org.opensem.settings.Fields;
import org.opensem.time.ServerAddress;
import org.opensem.time.TimeServers;

/**
 * The settings {@code time} (E1).
 *
 * @param mode who tells the time
 * @param servers their addresses; the preset ones if none are named
 * @param setSystemClock whether the operating system's clock is set too, where that is permitted
 */
record TimeOptions(Mode mode, List<String> servers, boolean setSystemClock) {
    private static final String MODE = "mode";
    private static final String SERVERS = "servers";
    private static final String SET_SYSTEM_CLOCK = "setSystemClock";

    static TimeOptions read(Fields fields) {
        Mode mode = fields.choice(MODE, Mode.class, Mode.SYSTEM);
        List<String> servers = fields.texts(SERVERS, TimeServers.MOST);
        Set<String> known = new HashSet<>();
        for (int i = 0; i < servers.size(); i++) {
            String server = servers.get(i);
            if (!isAddress(server)) {
                fields.fault(SERVERS + "[" + i + "]", Message.of(TimeOptions.class, "server"));
            } else if (!known.add(server.toLowerCase(Locale.ROOT))) {
                // It would agree with itself.
                fields.fault(SERVERS + "[" + i + "]", Message.of(TimeOptions.class, "twice"));
            }
        }
        return new TimeOptions(mode, servers.isEmpty() ? TimeServers.PRESET : List.copyOf(servers),
                fields.flag(SET_SYSTEM_CLOCK, false));
    }

    private static boolean isAddress(String text) {
        try {
            ServerAddress.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a path is one of these settings. */
    static boolean isField(String path) {
        return path.equals(MODE) || path.equals(SET_SYSTEM_CLOCK) || path.startsWith(SERVERS);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(MODE, Fields.choiceName(mode));
        document.put(SERVERS, servers);
        document.put(SET_SYSTEM_CLOCK, setSystemClock);
        return document;
    }
}
