package org.opensem.web.console.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensem.language.Languages;

/**
 * Which language a browser gets: what {@code ?lang=} asked for once, else the one that the settings name, else the first of ours
 * that it prefers (E2).
 */
final class BrowserLanguage {
    static final String PARAMETER = "lang";
    static final String COOKIE = "opensem-lang";

    private static final String CONFIGURED = BrowserLanguage.class.getName();

    private BrowserLanguage() {}

    /** Notes with a request which language the settings name for everybody. */
    static void configured(HttpServletRequest request, Optional<Locale> configured) {
        request.setAttribute(CONFIGURED, configured.orElse(null));
    }

    static Locale of(HttpServletRequest request) {
        return Languages.named(request.getParameter(PARAMETER))
                .or(() -> remembered(request.getCookies()))
                .or(() -> Optional.ofNullable((Locale) request.getAttribute(CONFIGURED)))
                .orElseGet(() -> Languages.preferred(Collections.list(request.getLocales())));
    }

    private static Optional<Locale> remembered(Cookie[] cookies) {
        List<Cookie> all = cookies == null ? List.of() : Arrays.asList(cookies);
        return all.stream().filter(cookie -> cookie.getName().equals(COOKIE)).findFirst()
                .flatMap(cookie -> Languages.named(cookie.getValue()));
    }
}
