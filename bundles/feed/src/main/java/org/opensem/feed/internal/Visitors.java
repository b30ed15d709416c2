package org.opensem.feed.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Whom the feed serves. A page of a foreign site can open a WebSocket to this machine from the user's own browser, and by DNS
 * rebinding give it that site's name; programs send no Origin, and a browser on this machine a loopback one.
 */
final class Visitors {
    private final boolean loopbackOnly;
    private final String deviceName;

    /**
     * @param loopbackOnly whether the feed listens on the loopback interface only
     * @param deviceName the name under which the device is known in its network, lower case
     */
    Visitors(boolean loopbackOnly, String deviceName) {
        this.loopbackOnly = loopbackOnly;
        this.deviceName = deviceName;
    }

    /**
     * @param host the request's host without the port
     * @param origin the Origin header or null
     */
    boolean mayEnter(String host, String origin) {
        if (host == null || !known(host)) {
            return false;
        }
        if (origin == null) {
            return true;
        }
        String from = hostOf(origin);
        return from != null && (isLoopback(from) || !loopbackOnly && from.equalsIgnoreCase(host));
    }

    private boolean known(String host) {
        if (isLoopback(host)) {
            return true;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return !loopbackOnly && (isAddress(host) || name.equals(deviceName) || name.equals(deviceName + ".local"));
    }

    private static String hostOf(String origin) {
        try {
            return new URI(origin).getHost();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether a name or address written in a header is this machine; nothing is looked up. */
    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || isAddress(host) && address(host).isLoopbackAddress();
    }

    private static boolean isAddress(String host) {
        return host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") && address(host) != null
                || host.matches("\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\\]?") && address(host) != null;
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
