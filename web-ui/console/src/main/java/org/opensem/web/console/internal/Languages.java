package org.opensem.web.console.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensem.web.Formats;

/** Which of the three languages a browser gets: what {@code ?lang=} asked for once, else the first that it prefers. */
final class Languages {
    static final String PARAMETER = "lang";
    static final String COOKIE = "opensem-lang";

    private static final List<Locale> KNOWN = List.of(Locale.GERMANY, Locale.US, Locale.UK);

    private Languages() {}

    static Locale of(HttpServletRequest request) {
        return asked(request.getParameter(PARAMETER))
                .or(() -> remembered(request.getCookies()))
                .orElseGet(() -> preferred(Collections.list(request.getLocales())));
    }

    /** The language that a parameter or a cookie names. */
    static Optional<Locale> asked(String tag) {
        if (tag == null || !tag.matches("(?i)(de|en)(-[a-z]{2})?")) {
            return Optional.empty();
        }
        return Optional.of(nearest(Locale.forLanguageTag(tag)));
    }

    private static Optional<Locale> remembered(Cookie[] cookies) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return asked(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** The first that we speak; British English if there is none. */
    static Locale preferred(List<Locale> wanted) {
        return wanted.stream()
                .filter(locale -> KNOWN.stream().anyMatch(known -> known.getLanguage().equals(locale.getLanguage())))
                .findFirst().map(Languages::nearest).orElse(Locale.UK);
    }

    /** English without a country is American, as browsers mean it. */
    private static Locale nearest(Locale locale) {
        if (locale.getLanguage().equals("en") && locale.getCountry().isEmpty()) {
            return Locale.US;
        }
        return Formats.of(locale).locale();
    }
}
