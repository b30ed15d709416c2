package org.opensem.web.access.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensem.language.Languages;
import org.opensem.settings.Region;

/** The language of a page before the console: chosen on it, else as the console's would be (E2). */
final class PageLanguage {
    private static final String PARAMETER = "lang";
    /** The console's, so that both agree. */
    private static final String COOKIE = "opensem-lang";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private PageLanguage() {}

    static Locale of(HttpServletRequest request, Region region) {
        return Languages.named(request.getParameter(PARAMETER)).or(() -> remembered(request.getCookies()))
                .or(() -> Optional.ofNullable(region).flatMap(Region::configured))
                .orElseGet(() -> Languages.preferred(Collections.list(request.getLocales())));
    }

    private static Optional<Locale> remembered(Cookie[] cookies) {
        List<Cookie> all = cookies == null ? List.of() : Arrays.asList(cookies);
        return all.stream().filter(cookie -> cookie.getName().equals(COOKIE)).findFirst()
                .flatMap(cookie -> Languages.named(cookie.getValue()));
    }

    /** Keeps a choice that was just made. */
    static void remember(HttpServletRequest request, HttpServletResponse response) {
        Languages.named(request.getParameter(PARAMETER)).ifPresent(chosen -> {
            Cookie cookie = new Cookie(COOKIE, chosen.toLanguageTag());
            cookie.setPath("/");
            cookie.setMaxAge(YEAR_SECONDS);
            cookie.setAttribute("SameSite", "Strict");
            response.addCookie(cookie);
        });
    }
}
