package org.opensem.access;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Somebody at a door: what is known of a request before anything is done for it.
 *
 * @param door which one
 * @param address the address that the connection comes from, as a literal, for example {@code 127.0.0.1}
 * @param method in upper case, for example {@code GET}
 * @param path from the root, decoded, for example {@code /api/v1/live}; {@code /} at the feed
 * @param headers all values of a header by its name, empty if it was not sent: Host, Origin, Cookie, Authorization,
 *     Upgrade and those of proxies are asked for
 */
public record AccessRequest(Door door, String address, String method, String path, Function<String, List<String>> headers) {

    /** What openSEM can be reached by. */
    public enum Door {
        /** Console, REST, metrics and health. */
        HTTP,
        /** The sample feed, port 11112. */
        FEED
    }

    public AccessRequest {
        Objects.requireNonNull(door);
        Objects.requireNonNull(method);
        Objects.requireNonNull(headers);
        address = address == null ? "" : address;
        path = path == null || path.isEmpty() ? "/" : path;
    }

    /** The first value of a header, or null. */
    public String header(String name) {
        List<String> values = headers.apply(name);
        return values.isEmpty() ? null : values.getFirst();
    }
}
