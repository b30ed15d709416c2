package org.opensem.bench;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What ten open browsers cost the sampler: with and without them in turn, how late each second's frame leaves the feed, which
 * seconds are missing, and what the threads that measure and sample use and wait for (Linux' schedstat).
 */
final class SamplerBench {
    private static final int TURNS = 2;
    private static final int SECONDS = 15;
    private static final int SETTLE_SECONDS = 6;
    private static final int BROWSERS = 10;
    private static final int STAMP = 19;
    /** A frame is due each second; what is on the same machine as ten browsers waits for a processor now and then. */
    private static final int LATE_MS = 50;
    private static final double CPU_RATIO = 1.5;

    private final Browser browser;
    private final Product product;
    private final Side without = new Side();
    private final Side with = new Side();

    SamplerBench(Browser browser, Product product) {
        this.browser = browser;
        this.product = product;
    }

    /** A frame of the feed and when it came, ms since 1970. */
    private record Frame(long second, double came) {}

    /** What was measured on one side. */
    private static final class Side {
        private final Times late = new Times(false);
        private long missing;
        private double seconds;
        private double threadsMs;
        private double waitMs;
        private double processMs;

        double perSecond(double ms) {
            return ms / seconds;
        }
    }

    Table measure() throws Exception {
        double megabytes = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            watch(without);
            List<ConsolePage> pages = new ArrayList<>();
            for (int i = 0; i < BROWSERS; i++) {
                pages.add(ConsolePage.begin(browser, product, i % 2 == 0 ? "/home" : "/graph?live=1"));
            }
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            watch(with);
            megabytes = product.proc("status", "VmRSS") / 1024.0;
            pages.forEach(ConsolePage::close);
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        }
        double threads = with.perSecond(with.threadsMs) / without.perSecond(without.threadsMs);
        double process = with.perSecond(with.processMs) / without.perSecond(without.processMs);
        return new Table("ten browsers", "bar", "required", "without", "with ten", "ratio", "met")
                .row("samples missing in the feed", "0", without.missing, with.missing, "", with.missing == 0)
                .row("a second's frame after its end, median, ms", "", without.late.median(), with.late.median(),
                        with.late.median() / without.late.median(), "")
                .row("a second's frame after its end, p95, ms", "<= " + LATE_MS + " more", without.late.p95(), with.late.p95(),
                        with.late.p95() / without.late.p95(), with.late.p95() - without.late.p95() <= LATE_MS)
                .row("processor time of meter and sampler, ms per s", "ratio <= " + CPU_RATIO,
                        without.perSecond(without.threadsMs), with.perSecond(with.threadsMs), threads, threads <= CPU_RATIO)
                .row("their wait for a processor, ms per s", "", without.perSecond(without.waitMs), with.perSecond(with.waitMs),
                        "", "")
                .row("processor time of openSEM, ms per s", "", without.perSecond(without.processMs),
                        with.perSecond(with.processMs), process, "")
                .row("resident memory of openSEM after all of this, MB", "", "", megabytes, "", "");
    }

    private void watch(Side side) throws Exception {
        List<Frame> frames = new CopyOnWriteArrayList<>();
        URI address = URI.create("ws://localhost:" + product.feedPort() + "/");
        WebSocket feed = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Listener(frames))
                .get(10, TimeUnit.SECONDS);
        long begin = System.nanoTime();
        double process = processMs();
        double[] threads = threadsMs();
        TimeUnit.SECONDS.sleep(SECONDS);
        double[] after = threadsMs();
        side.processMs += processMs() - process;
        side.threadsMs += after[0] - threads[0];
        side.waitMs += after[1] - threads[1];
        side.seconds += (System.nanoTime() - begin) / 1e9;
        feed.abort();
        if (frames.size() < 2) {
            throw new IllegalStateException("The feed on port " + product.feedPort() + " is silent");
        }
        // The first one may be that of a second that was over long ago.
        List<Frame> counted = frames.subList(1, frames.size());
        counted.forEach(frame -> side.late.add(Math.max(0, frame.came() - (frame.second() + 1) * 1000.0)));
        side.missing += counted.getLast().second() - counted.getFirst().second() + 1 - counted.size();
    }

    private record Listener(List<Frame> frames) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            Instant now = Instant.now();
            String stamp = text.subSequence(0, STAMP).toString().replace(' ', 'T');
            frames.add(new Frame(LocalDateTime.parse(stamp).toEpochSecond(ZoneOffset.UTC),
                    now.getEpochSecond() * 1000.0 + now.getNano() / 1e6));
            socket.request(1);
            return null;
        }
    }

    private double processMs() {
        return product.jvm().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    /** Processor time and wait for one, ms, of the threads that measure and sample. */
    private double[] threadsMs() throws IOException {
        double[] sum = new double[2];
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + product.jvm().pid() + "/task"))) {
            for (Path task : tasks.toList()) {
                String name = Files.readString(task.resolve("comm")).strip();
                if (name.startsWith("opensem-sampler") || name.startsWith("opensem-simulat")) {
                    String[] stat = Files.readString(task.resolve("schedstat")).strip().split(" ");
                    sum[0] += Long.parseLong(stat[0]) / 1e6;
                    sum[1] += Long.parseLong(stat[1]) / 1e6;
                }
            }
        }
        return sum;
    }
}
