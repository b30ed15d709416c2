package org.opensem.rest.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps foreign web pages out while everything listens on loopback without a password: a page whose name was rebound to
 * this machine is known by its Host, a page that posts here from elsewhere by its Origin.
 */
@Component(service = Guard.class, configurationPid = "org.opensem.rest")
public final class Guard {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private final Set<String> hosts;

    /** Configuration, PID {@code org.opensem.rest}. */
    public @interface Config {
        /** Names, besides the loopback ones, by which this machine may be asked, without port; for a proxy before it. */
        String[] hosts() default {};
    }

    @Activate
    public Guard(Config config) {
        hosts = Arrays.stream(config.hosts())
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the machine was asked for by one of its own names. @param host the Host header, may be null */
    boolean knowsHost(String host) {
        if (host == null) {
            return false;
        }
        String name = withoutPort(host.strip().toLowerCase(Locale.ROOT));
        return isLoopback(name) || hosts.contains(name);
    }

    /** @throws Problem 421 or 403 */
    void check(String method, String host, List<String> origins) {
        if (!knowsHost(host)) {
            throw Problem.of(421, "foreign-host", host == null ? "" : host);
        }
        if (!SAFE_METHODS.contains(method)) {
            for (String origin : origins) {
                if (!isOwn(origin, host)) {
                    throw Problem.of(403, "foreign-origin", origin);
                }
            }
        }
    }

    private static boolean isOwn(String origin, String host) {
        int scheme = origin.indexOf("://");
        return scheme > 0 && origin.substring(scheme + 3).strip().equalsIgnoreCase(host.strip());
    }

    private static String withoutPort(String host) {
        if (host.startsWith("[")) {
            int end = host.indexOf(']');
            return end < 0 ? host : host.substring(0, end + 1);
        }
        int colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    private static boolean isLoopback(String name) {
        return name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
    }
}
