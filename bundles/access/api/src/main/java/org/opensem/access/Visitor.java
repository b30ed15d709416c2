package org.opensem.access;

import java.util.Objects;

/**
 * Who tries to log in.
 *
 * @param address where attempts are counted: the address that the connection comes from, or the one that a proxy on this machine
 *     names
 * @param local whether it is somebody at this machine
 * @param browser what the browser calls itself, for the list of sessions; may be empty
 */
public record Visitor(String address, boolean local, String browser) {
    private static final int MOST = 200;

    public Visitor {
        Objects.requireNonNull(address);
        browser = browser == null ? "" : browser.substring(0, Math.min(MOST, browser.length()));
    }

    /** The visitor behind a request. */
    public static Visitor of(AccessRequest request) {
        return new Visitor(address(request), Local.is(request), request.header("User-Agent"));
    }

    /** A proxy on this machine tells for whom it asks; the last it names is the one that it has seen itself. */
    private static String address(AccessRequest request) {
        String named = request.header("X-Forwarded-For");
        if (named == null || !Local.isAddress(request.address())) {
            return request.address();
        }
        String last = named.substring(named.lastIndexOf(',') + 1).strip();
        return last.matches("[0-9a-fA-F:.]{3,45}") ? last : "proxy";
    }
}
