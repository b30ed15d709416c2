package org.opensem.access.http.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What every answer tells browsers: load nothing that the answer does not name itself, guess no types, tell no addresses, frame
 * it nowhere. Whoever serves a page sets a policy for it in place of this one.
 */
final class SecurityHeaders {
    /** A month: whoever switches HTTPS off again is not locked out for long. */
    private static final String TRANSPORT = "max-age=2592000";
    private static final Map<String, String> ALWAYS = new TreeMap<>(Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"));

    private SecurityHeaders() {}

    /**
     * Sets them.
     *
     * @param trusted whether the request came by HTTPS with a certificate of the owner's: only then is HTTPS the only way from
     *     now on, since a browser lets nobody past a certificate that it does not know
     */
    static void set(BiConsumer<String, String> header, boolean trusted) {
        ALWAYS.forEach(header);
        if (trusted) {
            header.accept("Strict-Transport-Security", TRANSPORT);
        }
    }
}
