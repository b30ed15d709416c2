package org.opensem.access.http.internal;

/** The doors' ports, which the launcher sets from the environment. */
final class Ports {
    private static final int HTTPS = 8443;

    private Ports() {}

    static int https() {
        return Integer.getInteger("opensem.https.port", HTTPS);
    }
}
