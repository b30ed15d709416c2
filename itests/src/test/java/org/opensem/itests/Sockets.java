package org.opensem.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a process listens on, told by Linux. */
final class Sockets {
    private static final String LISTEN = "0A";

    private Sockets() {}

    /**
     * Addresses as {@code 127.0.0.1:8080}; an IPv6 address that stands for an IPv4 one is told as that, all addresses as
     * {@code *}.
     */
    static Set<String> listening(long pid) {
        Set<String> own = inodes(pid);
        Set<String> found = new TreeSet<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            for (String line : Distribution.text(Path.of("/proc/" + pid + "/net/" + table)).lines().skip(1).toList()) {
                String[] words = line.strip().split("\\s+");
                if (words[3].equals(LISTEN) && own.contains(words[9])) {
                    found.add(address(words[1]));
                }
            }
        }
        return found;
    }

    private static Set<String> inodes(long pid) {
        Set<String> found = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : files.toList()) {
                String target = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : "";
                if (target.startsWith("socket:[")) {
                    found.add(target.substring(8, target.length() - 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String address(String hex) {
        int colon = hex.indexOf(':');
        String host = hex.substring(0, colon);
        int port = HexFormat.fromHexDigits(hex.substring(colon + 1));
        boolean mapped = host.length() == 32 && host.startsWith("0000000000000000FFFF0000");
        if (host.length() == 8 && !host.matches("0+") || mapped) {
            int address = HexFormat.fromHexDigits(host.substring(host.length() - 8));
            return (address & 0xff) + "." + (address >> 8 & 0xff) + "." + (address >> 16 & 0xff) + "." + (address >>> 24) + ":"
                    + port;
        }
        return (host.matches("0+") ? "*" : "[" + host + "]") + ":" + port;
    }
}
