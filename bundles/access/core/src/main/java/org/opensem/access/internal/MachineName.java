package org.opensem.access.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operating system calls this machine. No name server is asked, and none outside of the own network knows a name without
 * a dot, so that no foreign page can have it.
 */
final class MachineName {
    private static final Logger LOG = LoggerFactory.getLogger(MachineName.class);
    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private MachineName() {}

    /** Lower case, up to its first dot. */
    static Optional<String> find() {
        return Optional.ofNullable(read()).map(name -> name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\..*", ""))
                .filter(name -> name.matches("[a-z0-9][a-z0-9-]*"));
    }

    private static String read() {
        try {
            return Files.isReadable(LINUX) ? Files.readString(LINUX)
                    : System.getenv().getOrDefault("HOSTNAME", System.getenv("COMPUTERNAME"));
        } catch (IOException e) {
            LOG.debug("The machine does not tell its name", e);
            return null;
        }
    }
}
