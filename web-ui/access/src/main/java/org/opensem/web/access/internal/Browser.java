package org.opensem.web.access.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a browser calls itself, in short: enough to tell one's own apart. */
final class Browser {
    /** In the order in which they are looked for: most call themselves by others' names too. */
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR", "Opera");
        BROWSERS.put("Firefox", "Firefox");
        BROWSERS.put("Chrom", "Chrome");
        BROWSERS.put("Safari", "Safari");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browser() {}

    static String name(String agent, Words words) {
        Optional<String> browser = find(agent, BROWSERS);
        Optional<String> system = find(agent, SYSTEMS);
        return browser.map(name -> system.map(on -> name + ", " + on).orElse(name))
                .orElseGet(() -> words.get("sessions.program"));
    }

    private static Optional<String> find(String agent, Map<String, String> marks) {
        return marks.entrySet().stream().filter(mark -> agent.contains(mark.getKey())).map(Map.Entry::getValue).findFirst();
    }
}
