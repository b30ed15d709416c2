package org.opensem.web.console.internal;

import com.vaadin.flow.component.UI;
import jakarta.servlet.http.Cookie;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What this browser remembers, in cookies: known before the first page is drawn, and kept over every update. */
final class Preferences {
    private static final String PREFIX = "opensem.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,60}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9,.-]{0,400}");
    /** Browsers send every cookie with every request, so that there must not be many. */
    private static final int MOST = 60;

    private final Map<String, String> values = new HashMap<>();

    Preferences(Cookie[] cookies) {
        if (cookies == null) {
            return;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().startsWith(PREFIX)) {
                keep(cookie.getName().substring(PREFIX.length()), decoded(cookie.getValue()));
            }
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "\0";
        }
    }

    private boolean keep(String name, String value) {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()
                || values.size() >= MOST && !values.containsKey(name)) {
            return false;
        }
        values.put(name, value);
        return true;
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /**
     * Remembers a preference in this page and in the browser.
     *
     * @throws IllegalArgumentException if the name or the value has other than the allowed characters or is too long
     */
    void remember(UI ui, String name, String value) {
        if (!keep(name, value)) {
            throw new IllegalArgumentException("Not a preference that can be remembered: " + name + "=" + value);
        }
        ui.getPage().executeJs("document.cookie = $0 + '=' + encodeURIComponent($1) + $2",
                PREFIX + name, value, "; path=/; max-age=31536000; samesite=strict");
    }
}
