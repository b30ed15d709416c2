package org.opensem.feed.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessListener;
import org.opensem.health.Health;
import org.opensem.health.HealthCheck;
import org.opensem.metering.DeviceId;
import org.opensem.metering.Position;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBatch;
import org.opensem.metering.SampleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Port 11112: every sample as it comes, to everybody who listens (F2). */
@Component(immediate = true, configurationPid = "org.opensem.feed", service = {
    SampleListener.class, HealthCheck.class, AccessListener.class
})
public final class FeedComponent implements SampleListener, HealthCheck, AccessListener {
    private static final Logger LOG = LoggerFactory.getLogger(FeedComponent.class);

    private static final long MOST_WAITING_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_MILLIS = 20;

    private final Config config;
    private final Frame frame;
    private final Visitors visitors = new Visitors();
    private final ScheduledExecutorService starter =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("openSEM feed starter").factory());
    private volatile FeedServer server;
    private volatile String listensOn;
    private volatile String fault;

    /** Configuration, PID {@code org.opensem.feed}. */
    public @interface Config {
        /** Address to listen on as long as nothing is open to the network; then it is all addresses. */
        String host() default "127.0.0.1";

        /** TCP port, 0…65535; 0 takes any. */
        int port() default 11112;

        /** Most clients at a time, 1 or more. */
        int clients() default 64;

        /** Seconds that a client may take for one frame before it is let go, 1 or more. */
        int stallSeconds() default 10;

        /** Seconds between two tries to get a port that somebody else has, 1 or more. */
        int retrySeconds() default 10;
    }

    @Activate
    public FeedComponent(@Reference DeviceId device, Config config) {
        this.config = config;
        frame = new Frame(device.hex());
        starter.scheduleWithFixedDelay(this::listenSafely, 0, Math.max(1, config.retrySeconds()), TimeUnit.SECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setControl(AccessControl control) {
        visitors.set(control);
        accessChanged();
    }

    void unsetControl(AccessControl control) {
        visitors.unset(control);
    }

    @Override
    public void accessChanged() {
        try {
            starter.execute(() -> {
                listenSafely();
                FeedServer running = server;
                if (running != null) {
                    running.lookAgain();
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The feed stops", e);
        }
    }

    /** What leaves here would end the tries for good, and keep those in who may not stay; a service may be being swapped. */
    private void listenSafely() {
        try {
            listen();
        } catch (RuntimeException | LinkageError e) {
            if (server == null) {
                failed("something that it needs failed (" + rootMessage(e) + ")", e);
            } else {
                LOG.debug("Where the feed is to listen cannot be told", e);
            }
        }
    }

    /** Starts the server unless it runs where it should. */
    private void listen() {
        String host = visitors.network() ? null : config.host();
        if (server != null && Objects.equals(listensOn, host)) {
            return;
        }
        boolean moved = server != null;
        stop();
        try {
            checkName(host);
            FeedServer next = open(host, moved);
            listensOn = host;
            server = next;
            fault = null;
            LOG.info("Feed listens on {}:{}", name(host), next.port());
        } catch (UnknownHostException e) {
            failed("host " + host + " is unknown: correct it in org.opensem.feed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failed("port " + config.port() + " on " + name(host) + " cannot be opened (" + rootMessage(e)
                    + "): end the program that has it, or choose another port", e);
        }
    }

    /** @param moved whether the port was ours until now: then it is free a moment later */
    private FeedServer open(String host, boolean moved) throws Exception {
        long end = System.nanoTime() + (moved ? MOST_WAITING_NANOS : 0);
        while (true) {
            FeedServer next = new FeedServer(host, config.port(), Math.max(1, config.clients()),
                    Duration.ofSeconds(Math.max(1, config.stallSeconds())), visitors);
            try {
                next.start();
                return next;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static void checkName(String host) throws UnknownHostException {
        InetAddress.getByName(host);
    }

    private static String name(String host) {
        return host == null ? "all addresses" : host;
    }

    private void stop() {
        FeedServer running = server;
        server = null;
        if (running != null) {
            running.close();
        }
    }

    private void failed(String reason, Throwable e) {
        if (fault == null) {
            LOG.warn("Feed does not listen, {}; it tries again every {} s", reason, config.retrySeconds());
        }
        LOG.debug("Feed does not listen", e);
        fault = "does not listen, " + reason;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    @Deactivate
    public void close() {
        starter.shutdown();
        try {
            // Unlike an interrupt, waiting cannot leave a half-started server behind.
            if (!starter.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The feed's start did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    @Override
    public String id() {
        return "feed";
    }

    @Override
    public Position resumeAfter() {
        return Position.LATEST;
    }

    @Override
    public void accept(SampleBatch batch) {
        FeedServer running = server;
        if (running == null || running.clients() == 0) {
            return;
        }
        for (Sample sample : batch.samples()) {
            running.send(frame.text(sample));
        }
    }

    /** The port that it listens on, or -1. */
    int port() {
        FeedServer running = server;
        return running == null ? -1 : running.port();
    }

    int connected() {
        FeedServer running = server;
        return running == null ? 0 : running.clients();
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Health check() {
        FeedServer running = server;
        if (running != null) {
            return Health.ok("listens on " + name(listensOn) + ":" + running.port() + ", clients: " + running.clients());
        }
        String reason = fault;
        return Health.degraded(reason == null ? "starts" : reason);
    }
}
