package org.opensem.web.console.internal;

import java.util.regex.Pattern;

/**
 * Which names a browser may use in its Host header. As long as no password protects it, the console answers only to names of
 * this machine itself, so that a foreign page cannot reach it through a name of its own that it points here (DNS rebinding).
 */
final class LoopbackHosts {
    private static final Pattern ALLOWED = Pattern.compile(
            "(localhost|[a-z0-9-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private LoopbackHosts() {}

    /** @param host the Host header as it came, or null if there was none */
    static boolean allows(String host) {
        return host != null && ALLOWED.matcher(host.trim()).matches();
    }
}
