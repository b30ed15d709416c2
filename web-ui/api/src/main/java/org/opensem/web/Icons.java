package org.opensem.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import java.util.Map;
import java.util.Set;

/** The console's line icons, 24 by 24, drawn with the colour of the text around them. */
public final class Icons {
    private static final String UNKNOWN = "plug";

    private static final Map<String, String> DRAWINGS = Map.ofEntries(
            Map.entry("home", "<path d='M3.5 11.5 12 4.5l8.5 7'/><path d='M6 9.8V19.5h12V9.8'/>"),
            Map.entry("compare", "<path d='M5.5 20V10M9.5 20V5M14.5 20v-7M18.5 20V8'/>"),
            Map.entry("graph", "<path d='M2.5 16.5h3.6l2.9-9.5 4.2 13 2.9-9 1.6 3.8h3.8'/>"),
            Map.entry("table", "<rect x='4' y='5' width='16' height='14' rx='2'/><path d='M4 10h16M10 10v9'/>"),
            Map.entry("settings", "<path d='M4 7.5h8.5M17 7.5h3M4 16.5h3M11.5 16.5H20'/><circle cx='14.8' cy='7.5' r='2.2'/>"
                    + "<circle cx='9.2' cy='16.5' r='2.2'/>"),
            Map.entry("moon", "<path d='M19.6 14.6A8.3 8.3 0 1 1 9.4 4.4a7.4 7.4 0 0 0 10.2 10.2z'/>"),
            Map.entry("plug", "<path d='M9 3.5v4.5M15 3.5v4.5M6.5 8h11v3a5.5 5.5 0 0 1-11 0zM12 16.5v4'/>"),
            Map.entry("left", "<path d='m14.5 6.2-5.8 5.8 5.8 5.8'/>"),
            Map.entry("right", "<path d='m9.5 6.2 5.8 5.8-5.8 5.8'/>"),
            Map.entry("up", "<path d='m6.2 14.5 5.8-5.8 5.8 5.8'/>"),
            Map.entry("check", "<path d='m5.2 12.6 4.4 4.3L18.8 7.6'/>"),
            Map.entry("calendar", "<rect x='4' y='5.5' width='16' height='14.5' rx='2'/>"
                    + "<path d='M4 10.5h16M8.2 3.5v4M15.8 3.5v4'/>"),
            Map.entry("rows", "<path d='M4 6.5h16M4 12h16M4 17.5h16'/>"),
            Map.entry("more", "<path d='M5.5 12h.01M12 12h.01M18.5 12h.01' stroke-width='2.75'/>"),
            Map.entry("reset", "<path d='M4.2 4.5v5.7h5.7'/><path d='M4.7 10.2a7.8 7.8 0 1 1-.5 3.9'/>"),
            Map.entry("plus", "<path d='M12 5.5v13M5.5 12h13'/>"),
            Map.entry("minus", "<path d='M5.5 12h13'/>"),
            Map.entry("warn", "<path d='M12 4.3 3 19.3h18z'/><path d='M12 10.2v4.2M12 16.9h.01'/>"),
            Map.entry("close", "<path d='m6.2 6.2 11.6 11.6M17.8 6.2 6.2 17.8'/>"),
            Map.entry("down", "<path d='M12 4.5v10.3m-4.8-4.8 4.8 4.8 4.8-4.8M5.5 19.5h13'/>"),
            Map.entry("lock", "<rect x='5' y='10.8' width='14' height='9.2' rx='2'/>"
                    + "<path d='M8.2 10.8V8a3.8 3.8 0 0 1 7.6 0v2.8'/>"),
            Map.entry("globe", "<circle cx='12' cy='12' r='8'/><path d='M4 12h16M12 4c2.3 2.2 3.4 4.9 3.4 8s-1.1 5.8-3.4 8"
                    + "c-2.3-2.2-3.4-4.9-3.4-8S9.7 6.2 12 4z'/>"),
            Map.entry("price", "<path d='M12.4 4.5H19a.5.5 0 0 1 .5.5v6.6a1 1 0 0 1-.3.7l-7.1 7.1a1 1 0 0 1-1.4 0l-6.1-6.1"
                    + "a1 1 0 0 1 0-1.4l7.1-7.1a1 1 0 0 1 .7-.3z'/><path d='M15.6 8.4h.01' stroke-width='2.75'/>"),
            Map.entry("gauge", "<path d='M5.2 18a8.5 8.5 0 1 1 13.6 0'/><path d='m12 14.2 3.4-4.6'/>"
                    + "<path d='M12 14.2h.01' stroke-width='3'/>"),
            Map.entry("storage", "<ellipse cx='12' cy='6.5' rx='7' ry='2.7'/>"
                    + "<path d='M5 6.5v11c0 1.5 3.1 2.7 7 2.7s7-1.2 7-2.7v-11"
                    + "M5 12c0 1.5 3.1 2.7 7 2.7s7-1.2 7-2.7'/>"),
            Map.entry("clock", "<circle cx='12' cy='12' r='8'/><path d='M12 7.3V12l3.2 2.1'/>"),
            Map.entry("live", "<circle cx='12' cy='12' r='2.2'/>"
                    + "<path d='M7.4 16.6a6.5 6.5 0 0 1 0-9.2M16.6 7.4a6.5 6.5 0 0 1 0 9.2"
                    + "M4.6 19.4a10.5 10.5 0 0 1 0-14.8M19.4 4.6a10.5 10.5 0 0 1 0 14.8'/>"),
            Map.entry("panels", "<rect x='4' y='4' width='6.8' height='6.8' rx='1.5'/>"
                    + "<rect x='13.2' y='4' width='6.8' height='6.8' rx='1.5'/>"
                    + "<rect x='4' y='13.2' width='6.8' height='6.8' rx='1.5'/>"
                    + "<rect x='13.2' y='13.2' width='6.8' height='6.8' rx='1.5'/>"));

    private Icons() {}

    /** The names there are. */
    public static Set<String> names() {
        return DRAWINGS.keySet();
    }

    /** An icon as SVG text; an unknown name gives a plug. Hidden from screen readers: the text beside it says what it means. */
    public static String svg(String name) {
        return "<svg class='ic' viewBox='0 0 24 24' aria-hidden='true' focusable='false'>"
                + DRAWINGS.getOrDefault(name, DRAWINGS.get(UNKNOWN)) + "</svg>";
    }

    /** An icon as a component. */
    public static Component of(String name) {
        // Within a span, since as an element of its own the drawing would lose the upper case of its viewBox.
        return new Html("<span class='icon'>" + svg(name) + "</span>");
    }
}
