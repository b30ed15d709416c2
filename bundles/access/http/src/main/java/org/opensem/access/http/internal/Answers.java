package org.opensem.access.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.opensem.language.Languages;
import org.opensem.language.Translations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says no in the caller's language: to a browser in words, to a program by RFC 9457. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String RETRY_SECONDS = "2";

    private Answers() {}

    /** Whether a person looks at a page. */
    static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("GET") && accept != null && accept.contains("text/html")
                && !Interface.isAsked(request);
    }

    /** @param name for the text; empty if there is none */
    static void refuse(HttpServletRequest request, HttpServletResponse response, Refused refused, String name)
            throws IOException {
        Locale locale = Languages.preferred(languages(request));
        Translations texts = Translations.of(Answers.class, locale);
        String key = name.isEmpty() && texts.keys().contains(refused.key() + ".unnamed")
                ? refused.key() + ".unnamed" : refused.key();
        String detail = texts.get(key, name);
        boolean page = isPage(request);
        response.setStatus(refused.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", locale.getLanguage());
        if (refused.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"openSEM\"");
        }
        if (refused.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            response.setHeader("Refresh", RETRY_SECONDS);
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            // Its body is not read, so that nobody may send on this connection again.
            response.setHeader("Connection", "close");
        }
        String title = texts.get(refused.key() + ".title");
        byte[] body = (page ? title + "\n\n" + detail + "\n" : Json.problem(refused, title, detail))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType(page ? "text/plain;charset=utf-8" : "application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static List<Locale> languages(HttpServletRequest request) {
        try {
            return Collections.list(request.getLocales());
        } catch (RuntimeException e) {
            // A header that cannot be read is no reason to hide the fault.
            LOG.debug("The languages that are asked for cannot be read", e);
            return List.of();
        }
    }
}
