package org.opensem.access.internal;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request is for, by its path: the one place that says which calls are open and which are the owner's alone. */
enum Area {
    /** Needs nothing: whether openSEM is well, in one word. */
    HEALTH,
    /** Needs nothing but to come from here: pages to log in, files with a hash in their name, the description. */
    PUBLIC,
    /** The page that sets the first password, for whoever has the setup code. */
    SETUP,
    /** Needs a token, or to be local. */
    METRICS,
    /** Needs a session or a token. */
    REST,
    /** Needs a session: what decides about access itself, so that a token cannot make more of itself. */
    OWNER,
    /** Needs a session. */
    CONSOLE;

    /** Methods that change nothing. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SESSION = "/api/v1/session";
    private static final Set<String> PUBLIC_PATHS = Set.of("/login", "/forgot", "/api/openapi.json", SESSION, "/favicon.ico",
            "/console/icon.svg", "/console/manifest.webmanifest", "/console/console.css");
    private static final List<String> PUBLIC_FOLDERS = List.of("/VAADIN/build/");
    private static final Pattern HASHED = Pattern.compile("/~[0-9a-f]+/.+");
    /** What servers may read otherwise than it is written. */
    private static final Pattern ODD = Pattern.compile(".*(//|/\\.|;|%|\\\\).*");
    private static final String TOKENS = "/api/v1/tokens";
    private static final String SECURITY = "/api/v1/settings/security";

    static Area of(String method, String path) {
        if (ODD.matcher(path).matches()) {
            return path.startsWith("/api") ? OWNER : CONSOLE;
        }
        if (isUnder("/health", path)) {
            return HEALTH;
        }
        if (isUnder("/metrics", path)) {
            return METRICS;
        }
        if (path.equals("/welcome")) {
            return SETUP;
        }
        if (isPublic(path)) {
            return PUBLIC;
        }
        if (isUnder("/api", path)) {
            return isUnder(TOKENS, path) || isUnder(SECURITY, path) && !isSafe(method) ? OWNER : REST;
        }
        return CONSOLE;
    }

    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }

    private static boolean isUnder(String call, String path) {
        return path.equals(call) || path.startsWith(call + "/");
    }

    private static boolean isPublic(String path) {
        return PUBLIC_PATHS.contains(path) || HASHED.matcher(path).matches()
                || PUBLIC_FOLDERS.stream().anyMatch(path::startsWith);
    }
}
