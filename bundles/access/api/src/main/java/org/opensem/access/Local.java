package org.opensem.access;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What belongs to this machine, read off a request alone: nothing is looked up. A request is local if it comes from a loopback
 * address, asks for a loopback name, is no page's from elsewhere, and was not handed on by a proxy.
 */
public final class Local {
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final Pattern LOOPBACK_V6 = Pattern.compile("\\[?(::1|0:0:0:0:0:0:0:1|::ffff:127(\\.\\d{1,3}){3})]?");
    private static final Pattern LOOPBACK_NAME = Pattern.compile("localhost|[a-z0-9-]+\\.localhost");
    private static final List<String> HANDED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private Local() {}

    /** Whether somebody at this machine asks, for this machine. */
    public static boolean is(AccessRequest request) {
        return isAddress(request.address()) && !isHandedOn(request) && isName(host(request.header("Host")))
                && request.headers().apply("Origin").stream().allMatch(origin -> isName(host(origin)));
    }

    /** Whether a proxy says that it asks for somebody else. */
    public static boolean isHandedOn(AccessRequest request) {
        return HANDED_ON.stream().anyMatch(name -> !request.headers().apply(name).isEmpty());
    }

    /** Whether a literal address is a loopback one. */
    public static boolean isAddress(String address) {
        return LOOPBACK_V4.matcher(address).matches() || LOOPBACK_V6.matcher(address.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether a name as in a Host header, without port, always means this machine. */
    public static boolean isName(String host) {
        return isAddress(host) || LOOPBACK_NAME.matcher(host).matches();
    }

    /**
     * The host in a Host or an Origin header, without scheme and port, lower case and without a dot at its end; empty if there is
     * none. An IPv6 address keeps its brackets.
     */
    public static String host(String authority) {
        if (authority == null) {
            return "";
        }
        String text = authority.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
        if (text.matches("\\[[0-9a-f:.]+](:\\d{1,5})?")) {
            return text.substring(0, text.indexOf(']') + 1);
        }
        return text.matches("[a-z0-9._-]+(:\\d{1,5})?") ? text.replaceFirst(":\\d+$", "").replaceFirst("\\.$", "") : "";
    }
}
