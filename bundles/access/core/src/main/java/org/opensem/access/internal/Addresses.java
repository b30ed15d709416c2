package org.opensem.access.internal;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Addresses as literals. Nothing here asks a name server. */
final class Addresses {
    private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int NETWORK_BYTES = 8;

    private final Supplier<Set<String>> source;
    private final LongSupplier nanos;
    private volatile Snapshot snapshot;

    private record Snapshot(Set<String> own, long taken) {}

    Addresses() {
        this(Addresses::ofInterfaces, System::nanoTime);
    }

    /** @param source this machine's addresses, as {@link #plain} writes them */
    Addresses(Supplier<Set<String>> source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    /** Whether a host as in a Host header is one of this machine's addresses; a new one is known after some seconds. */
    boolean isOwn(String host) {
        String literal = plain(host);
        if (literal.isEmpty()) {
            return false;
        }
        long now = nanos.getAsLong();
        Snapshot known = snapshot;
        if (known == null || !known.own().contains(literal) && now - known.taken() > FRESH_NANOS) {
            known = new Snapshot(source.get(), now);
            snapshot = known;
        }
        return known.own().contains(literal);
    }

    /** This machine's addresses as others see them: neither loopback nor of one link only; IPv4 first. */
    List<String> reachable() {
        return source.get().stream().filter(address -> !isNear(bytes(address)))
                .sorted(Comparator.comparing((String address) -> address.contains(":")).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static boolean isNear(byte[] address) {
        try {
            InetAddress literal = InetAddress.getByAddress(address);
            return literal.isLoopbackAddress() || literal.isLinkLocalAddress() || literal.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static Set<String> ofInterfaces() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .map(address -> plain(address.getHostAddress())).collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            LOG.debug("No network interfaces", e);
            return Set.of();
        }
    }

    /** An address in one spelling only, without brackets and zone; empty if it is none. */
    static String plain(String literal) {
        byte[] bytes = bytes(literal);
        try {
            return bytes == null ? "" : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    /** The first half of an IPv6 address; anything else as it is. */
    static String network(String address) {
        byte[] bytes = bytes(address);
        return bytes == null || bytes.length <= 4 ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
    }

    private static byte[] bytes(String literal) {
        String text = literal.replaceAll("^\\[|]$|%.*$", "");
        // Only what cannot be a name: a name would be looked up.
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}") && !text.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
