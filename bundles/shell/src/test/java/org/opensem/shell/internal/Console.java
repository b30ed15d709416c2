package org.opensem.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Session;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.settings.Region;
import org.opensem.testkit.TestClock;

/** A shell's session that keeps what is printed. */
final class Console {
    static final Instant NOW = Instant.parse("2026-11-22T12:27:01Z");

    /** German is set (E2). */
    static final Region GERMAN = new Region() {
        @Override
        public Optional<Locale> configured() {
            return Optional.of(Locale.GERMANY);
        }

        @Override
        public Locale language(List<Locale> preferred) {
            return Locale.GERMANY;
        }
    };

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    final TestClock clock = new TestClock(NOW);
    CorrectionFactors factors = CorrectionFactors.NONE;
    Path folder = Path.of("/");
    /** What is typed when a command asks. */
    final Deque<String> typed = new ArrayDeque<>();

    final Session session = (Session) Proxy.newProxyInstance(
            Console.class.getClassLoader(), new Class<?>[] {Session.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getConsole" -> out;
                case "currentDir" -> folder;
                case "readLine" -> typed.remove();
                case "toString" -> "session";
                default -> throw new UnsupportedOperationException(method.getName());
            });

    <T extends SemCommand> T prepare(T command) {
        command.session = session;
        command.clock = clock;
        command.calibration = () -> factors;
        return command;
    }

    /** The lines printed so far, cells parted by one blank and without Karaf's rulers, escape sequences and borders. */
    List<String> lines() {
        return Stream.of(bytes.toString(StandardCharsets.UTF_8).split("\n"))
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("[│|]", " ").replaceAll("\\s+", " ").strip())
                .filter(line -> !line.matches("[─┼+ -]*"))
                .toList();
    }
}
