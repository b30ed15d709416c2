package org.opensem.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a time server is.
 *
 * @param host a name, an IPv4 address or an IPv6 address
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {
    /** NTP's own. */
    public static final int PORT = 123;

    private static final Pattern TEXT = Pattern.compile(
            "(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?))(?::(\\d{1,5}))?");

    public ServerAddress {
        if (host.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A server has a name and a port from 1 to 65535");
        }
    }

    /**
     * As in the settings: {@code ptbtime1.ptb.de}, {@code 192.168.1.1:1123}, {@code [2001:db8::1]}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ServerAddress parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches() || text.contains("..")) {
            throw new IllegalArgumentException("Not the address of a server: " + text);
        }
        String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return new ServerAddress(host, matcher.group(3) == null ? PORT : Integer.parseInt(matcher.group(3)));
    }
}
