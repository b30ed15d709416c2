package org.opensem.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import static org.awaitility.Awaitility.await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An unpacked distribution with ports and data of its own, run as a process the way a person would run it. */
public final class Distribution implements AutoCloseable {
    /** Generous, since a test machine is shared; a start takes some seconds. */
    public static final Duration START = Duration.ofSeconds(240);

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static int nextPort = Integer.getInteger("opensem.ports", 20_000);
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Path home;
    private final int port = freePort();
    private final int httpsPort = freePort();
    private final int feedPort = freePort();
    private final int sshPort = freePort();
    private Path data;
    private Process process;

    private Distribution(Path home) {
        this.home = home;
        this.data = home.resolveSibling(home.getFileName() + "-data");
    }

    /** Unpacks the assembled archive afresh. @param name tells this copy from others, in {@code itests/target/distributions} */
    public static Distribution unpack(String name) {
        Path home = Path.of(System.getProperty("opensem.work")).resolve(name).toAbsolutePath();
        try {
            run(List.of("rm", "-rf", home.toString(), home + "-data"));
            Files.createDirectories(home);
            run(List.of("tar", "-xzf", System.getProperty("opensem.distribution"), "-C", home.toString(),
                    "--strip-components=1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Distribution(home);
    }

    /** Reads the simulated house. */
    public Distribution withSimulator() {
        return withDriver("simulator", Map.of());
    }

    /** Leaves exactly this driver configured. */
    public Distribution withDriver(String id, Map<String, String> properties) {
        try (var files = Files.newDirectoryStream(home.resolve("etc"), "org.opensem.metering.driver.*.cfg")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withConfiguration("org.opensem.metering.driver." + id, properties);
    }

    /** Writes {@code etc/<pid>.cfg}. */
    public Distribution withConfiguration(String pid, Map<String, String> properties) {
        StringBuilder text = new StringBuilder();
        properties.forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        write(home.resolve("etc").resolve(pid + ".cfg"), text.isEmpty() ? "# defaults\n" : text.toString());
        return this;
    }

    public Distribution withData(Path folder) {
        data = folder;
        return this;
    }

    /** Sets an environment variable of the process. */
    public Distribution withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts {@code bin/karaf server} and waits until {@code /health} answers and the console is there. */
    public Distribution start() {
        launch("bin/karaf", "server");
        boolean ready = false;
        try {
            awaitReady();
            ready = true;
        } finally {
            if (!ready) {
                // Nobody else could end it, and a second try unpacks the same folder.
                kill();
            }
        }
        return this;
    }

    /** Starts a script of the distribution without waiting for anything. @param command path in the distribution, arguments */
    public Process launch(String... command) {
        process = script(output(), command);
        return process;
    }

    /** Runs a script of the distribution beside the running process, with the same environment. */
    public Process script(Path output, String... command) {
        return script(List.of(), output, command);
    }

    /** The same behind other words, for example {@code unshare -n}. */
    public Process script(List<String> before, Path output, String... command) {
        List<String> line = new java.util.ArrayList<>(before);
        line.add(home.resolve(command[0]).toString());
        line.addAll(List.of(command).subList(1, command.length));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).directory(home.toFile());
        builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "KARAF_EXEC", "exec",
                "OPENSEM_DATA", data.toString(), "OPENSEM_PORT", "" + port, "OPENSEM_FEED_PORT", "" + feedPort,
                "OPENSEM_SSH_PORT", "" + sshPort, "OPENSEM_HTTPS_PORT", "" + httpsPort));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until health is reported, the console is served and commands can be typed. */
    public void awaitReady() {
        await("openSEM in " + home + " to be ready").atMost(START).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("openSEM has ended:\n" + text(output()) + log());
            }
            return answers("/health", 200) && answers("/", 200) && answers("/api/v1/status", 200);
        });
    }

    private boolean answers(String path, int status) {
        try {
            return http.send(request(path).build(), HttpResponse.BodyHandlers.discarding()).statusCode() == status;
        } catch (IOException e) {
            // Not yet listening.
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process by SIGTERM and waits until it has gone. @return its exit code */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** SIGKILL: what a power cut does to a process. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** @return the exit code */
    public int awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("openSEM did not end within 60 s\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    public Process process() {
        return process;
    }

    public Path home() {
        return home;
    }

    public Path data() {
        return data;
    }

    /** Folder in which a bundle becomes a plug-in. */
    public Path deploy() {
        return home.resolve("deploy");
    }

    public int port() {
        return port;
    }

    public int httpsPort() {
        return httpsPort;
    }

    public int feedPort() {
        return feedPort;
    }

    public int sshPort() {
        return sshPort;
    }

    /** {@code http://localhost:<port>}, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** What the launcher printed so far. */
    public Path output() {
        return home.resolve("launcher-output.txt");
    }

    /** The log so far. */
    public String log() {
        return text(home.resolve("data/log/karaf.log"));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(60));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    public HttpResponse<String> post(String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body of a GET that must answer 200. */
    public JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** A shell as the user whose password the first start made; see {@link Shell#run}. */
    public Shell shell() {
        return new Shell(sshPort, Shell.userOf(home), Shell.passwordOf(home));
    }

    /** One command in the Karaf shell. @return what it printed, without colours */
    public String ssh(String command) {
        try (Shell shell = shell()) {
            return shell.run(command);
        }
    }

    static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IOException(command + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A port that nobody listens on: below those that the system gives to connections, and from another thousand in each JVM. */
    static synchronized int freePort() {
        while (true) {
            int candidate = nextPort++;
            try (ServerSocket socket = new ServerSocket(candidate)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody has it.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
