package org.opensem.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The assembled distribution as a process of its own, on free ports and its own data folder. */
final class Product implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path home;
    private final Path data;
    private final int port;
    private final int feedPort;
    private final int sshPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /** Unpacks the archive into {@code work}. */
    Product(Path work) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("product"));
        run(List.of("tar", "xzf", archive().toString(), "-C", folder.toString(), "--strip-components=1"));
        home = folder;
        data = Files.createDirectories(work.resolve("data"));
        port = freePort();
        feedPort = freePort();
        sshPort = freePort();
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("karaf-distribution/target"))) {
            return files.filter(f -> f.toString().endsWith(".tar.gz")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("No distribution: run ./opensem build first"));
        } catch (java.nio.file.NoSuchFileException e) {
            throw new IllegalStateException("No distribution: run ./opensem build first", e);
        }
    }

    /** Leaves one driver configured: its id and its settings, a line each. */
    Product driver(String id, String... settings) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("etc"))) {
            for (Path f : files.filter(f -> f.getFileName().toString().startsWith("org.opensem.metering.driver.")).toList()) {
                Files.delete(f);
            }
        }
        Files.write(home.resolve("etc/org.opensem.metering.driver." + id + ".cfg"), List.of(settings));
        return this;
    }

    Product etc(String file, String... lines) throws IOException {
        Files.write(home.resolve("etc").resolve(file), List.of(lines));
        return this;
    }

    /** Starts it, perhaps under another command such as strace. */
    Product start(String... prefix) throws IOException {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(home.resolve("bin/karaf").toString(), "server"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("OPENSEM_DATA", data.toString(), "OPENSEM_PORT", "" + port, "OPENSEM_FEED_PORT",
                "" + feedPort, "OPENSEM_SSH_PORT", "" + sshPort, "KARAF_EXEC", "exec"));
        builder.redirectErrorStream(true).redirectOutput(home.resolve("out.txt").toFile());
        process = builder.start();
        return this;
    }

    /** Waits until a path answers 200. */
    Product await(String path, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended: " + Files.readString(home.resolve("out.txt")));
            }
            try {
                if (get(path).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // The port is not open yet.
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IllegalStateException(path + " did not answer within " + seconds + " s");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Posts JSON; answers the status. */
    int post(String path, String body) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url(path))).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** The data folder, which may be filled before the start. */
    Path data() {
        return data;
    }

    int feedPort() {
        return feedPort;
    }

    /** The JVM's process: the started one or, under a prefix, its descendant. */
    ProcessHandle jvm() {
        return Stream.concat(Stream.of(process.toHandle()), process.toHandle().descendants())
                .filter(p -> p.info().command().map(c -> c.endsWith("/java")).orElse(false)).findFirst().orElseThrow();
    }

    /** A number of a file in /proc, in the unit that stands there. */
    long proc(String file, String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + jvm().pid() + "/" + file)).stream().filter(l -> l.startsWith(key + ":"))
                .map(l -> Long.parseLong(l.replaceAll("[^0-9]", ""))).findFirst().orElseThrow();
    }

    void kill() throws InterruptedException {
        jvm().destroyForcibly();
        process.waitFor();
    }

    void stop() throws InterruptedException {
        if (process != null && process.isAlive()) {
            jvm().destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        Process p = new ProcessBuilder(command).inheritIO().start();
        if (p.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
