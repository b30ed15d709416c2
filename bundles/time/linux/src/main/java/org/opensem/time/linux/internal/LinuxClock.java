package org.opensem.time.linux.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensem.time.SystemClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of Linux: set by {@code date}, where this process may set it and hand that right on to a command; and whether systemd
 * or whoever else disciplines it says that it is synchronised. Elsewhere it may nothing and knows nothing.
 */
@Component(configurationPid = "org.opensem.time.linux")
public final class LinuxClock implements SystemClock {
    private static final Logger LOG = LoggerFactory.getLogger(LinuxClock.class);
    private static final long CAP_SYS_TIME = 1L << 25;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LinuxConfig config;
    private final Path root;

    @Activate
    public LinuxClock(LinuxConfig config) {
        this(config, Path.of("/"));
    }

    /** @param root of the file system, for tests */
    LinuxClock(LinuxConfig config, Path root) {
        this.config = config;
        this.root = root;
    }

    @Override
    public String id() {
        return "linux";
    }

    /** A command inherits the capability from root, or where it is ambient (systemd's AmbientCapabilities). */
    @Override
    public boolean permitted() {
        try {
            List<String> status = Files.readAllLines(root.resolve("proc/self/status"));
            boolean effective = (mask(status, "CapEff:") & CAP_SYS_TIME) != 0;
            boolean ambient = (mask(status, "CapAmb:") & CAP_SYS_TIME) != 0;
            return effective && (ambient || field(status, "Uid:").split("\\s+")[1].equals("0"));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            LOG.debug("Whether the clock may be set is not known", e);
            return false;
        }
    }

    private static long mask(List<String> status, String name) {
        return Long.parseUnsignedLong(field(status, name), 16);
    }

    private static String field(List<String> status, String name) {
        return status.stream().filter(line -> line.startsWith(name)).findFirst()
                .map(line -> line.substring(name.length()).strip()).orElse("0");
    }

    /** BusyBox knows whole seconds only. */
    @Override
    public void set(Instant time) throws IOException {
        String seconds = "@" + time.getEpochSecond();
        Command exact = run(config.dateCommand(), "-u", "-s", seconds
                + String.format(Locale.ROOT, ".%03d", time.getNano() / 1_000_000));
        Command whole = exact.succeeded() ? exact : run(config.dateCommand(), "-u", "-s", seconds);
        if (!whole.succeeded()) {
            throw new IOException(config.dateCommand() + ": " + whole.output());
        }
    }

    @Override
    public Optional<Boolean> synchronised() {
        if (Files.exists(root.resolve("run/systemd/timesync/synchronized"))) {
            return Optional.of(true);
        }
        try {
            Command answer = run(config.timedatectlCommand(), "show", "--property=NTPSynchronized", "--value");
            return switch (answer.succeeded() ? answer.output() : "") {
                case "yes" -> Optional.of(true);
                case "no" -> Optional.of(false);
                default -> Optional.empty();
            };
        } catch (IOException e) {
            LOG.debug("Whether the system keeps its clock right is not known", e);
            return Optional.empty();
        }
    }

    private record Command(boolean succeeded, String output) {}

    private static Command run(String... command) throws IOException {
        Path output = Files.createTempFile("opensem-clock", ".txt");
        try {
            // Into a file: a command that hangs would keep a pipe open, and us reading it.
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
            if (!process.waitFor(PATIENCE)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException(command[0] + " did not end within " + PATIENCE.toSeconds() + " s");
            }
            return new Command(process.exitValue() == 0, Files.readString(output).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command[0], e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
