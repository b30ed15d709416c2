package org.opensem.access.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensem.access.Local;
import org.opensem.settings.Fields;

/**
 * The group {@code security}.
 *
 * @param protection whether the password is asked for, as soon as there is one
 * @param network whether everything is open to the network
 * @param https whether there is an HTTPS door
 * @param openMetrics whether {@code /metrics} answers everybody
 * @param openFeed whether the feed serves everybody
 * @param hosts further names by which openSEM may be asked for, without port: a proxy's, a router's
 */
record SecuritySettings(boolean protection, boolean network, boolean https, boolean openMetrics, boolean openFeed,
        List<String> hosts) {
    private static final int MOST_HOSTS = 20;

    SecuritySettings {
        hosts = List.copyOf(hosts);
    }

    static final SecuritySettings DEFAULTS = new SecuritySettings(true, false, false, false, false, List.of());

    static SecuritySettings read(Fields fields) {
        List<String> hosts = new ArrayList<>();
        for (String text : fields.texts("hosts", MOST_HOSTS)) {
            String host = text.toLowerCase(Locale.ROOT);
            if (!isHost(host)) {
                fields.fault("hosts", Faults.message("host", text));
            } else if (!hosts.contains(host)) {
                hosts.add(host);
            }
        }
        return new SecuritySettings(fields.flag("protection", DEFAULTS.protection), fields.flag("network", DEFAULTS.network),
                fields.flag("https", DEFAULTS.https), fields.flag("openMetrics", DEFAULTS.openMetrics),
                fields.flag("openFeed", DEFAULTS.openFeed), hosts);
    }

    private static boolean isHost(String host) {
        return Local.host(host).equals(host) && !host.isEmpty();
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("protection", protection);
        document.put("network", network);
        document.put("https", https);
        document.put("openMetrics", openMetrics);
        document.put("openFeed", openFeed);
        document.put("hosts", hosts);
        return document;
    }

    SecuritySettings withNetwork() {
        return new SecuritySettings(protection, true, https, openMetrics, openFeed, hosts);
    }
}
