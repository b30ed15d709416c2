package org.opensem.access.http.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.opensem.access.AccessListener;
import org.opensem.access.Exposure;
import org.opensem.health.Health;
import org.opensem.health.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and closes the doors as {@link org.opensem.access.AccessControl} says, on a thread of its own and a moment later, so that
 * whoever asked for it still gets the answer.
 */
@Component(immediate = true, service = {AccessListener.class, HealthCheck.class})
public final class Doors implements AccessListener, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    private static final long DELAY_MILLIS = 500;
    private static final long RETRY_SECONDS = 10;

    private final BundleContext context;
    private final Entrance entrance;
    private final Certificates certificates;
    private final DoorCustomizer customizer;
    private final int httpsPort;
    private final Map<String, Door> doors = new HashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("openSEM doors").factory());

    private boolean stopped;
    private boolean failing;

    /** A door that was asked for. @param how what was asked for, to see when it is something else */
    private record Door(String how, Factory factory, ServiceRegistration<ConnectorFactory> registration) {}

    @Activate
    public Doors(BundleContext context, @Reference Entrance entrance, @Reference Certificates certificates) {
        this(context, entrance, certificates, Ports.https());
    }

    Doors(BundleContext context, Entrance entrance, Certificates certificates, int httpsPort) {
        this.httpsPort = httpsPort;
        this.context = context;
        this.entrance = entrance;
        this.certificates = certificates;
        customizer = new DoorCustomizer(entrance, certificates::isOwners);
        open("server", "", this::anchor);
        adjust();
        worker.scheduleWithFixedDelay(this::adjust, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void accessChanged() {
        try {
            worker.schedule(this::adjust, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The doors are being closed", e);
        }
    }

    private synchronized void adjust() {
        if (stopped) {
            return;
        }
        try {
            Exposure exposure = entrance.exposure();
            boolean network = exposure.network() || exposure.setup();
            keep("HTTP", network, "all", this::network);
            keep("HTTPS", exposure.https(), network ? "all" : "loopback", server -> https(server, network));
            failing = false;
        } catch (RuntimeException | LinkageError e) {
            // What leaves here ends the tries for good; the HTTP service may be being swapped.
            if (!failing) {
                LOG.warn("The doors could not be adjusted; it is tried again every {} s: {}", RETRY_SECONDS, e.toString());
            }
            LOG.debug("The doors could not be adjusted", e);
            failing = true;
        }
    }

    private void keep(String name, boolean wanted, String how, Function<Server, Connector> maker) {
        Door door = doors.get(name);
        if (door != null && (!wanted || !door.how().equals(how) || !door.factory().isOpen())) {
            close(name);
        }
        if (wanted && !doors.containsKey(name)) {
            open(name, how, maker);
        } else if (!wanted) {
            faults.remove(name);
        }
    }

    private void open(String name, String how, Function<Server, Connector> maker) {
        Factory factory = new Factory(maker);
        doors.put(name, new Door(how, factory, context.registerService(ConnectorFactory.class, factory, null)));
        if (factory.isOpen()) {
            faults.remove(name);
        } else if (factory.wasAsked() && faults.put(name, "cannot be opened") == null) {
            LOG.warn("{} cannot be opened, perhaps another program has its port; it is tried again every {} s", name,
                    RETRY_SECONDS);
        }
    }

    private void close(String name) {
        Door door = doors.remove(name);
        try {
            door.registration().unregister();
        } catch (IllegalStateException e) {
            LOG.debug("{} was closed already", name, e);
        }
    }

    private Connector anchor(Server server) {
        configurations(server).forEach(configuration -> {
            configuration.setSendServerVersion(false);
            configuration.addCustomizer(customizer);
        });
        return new ServerAnchor(server);
    }

    private static List<HttpConfiguration> configurations(Server server) {
        return Arrays.stream(server.getConnectors()).map(connector -> connector.getConnectionFactory(HttpConnectionFactory.class))
                .filter(factory -> factory != null).map(HttpConnectionFactory::getHttpConfiguration).toList();
    }

    private Connector network(Server server) {
        return new NetworkDoor(server, loopback(server));
    }

    private Connector https(Server server, boolean network) {
        ServerConnector loopback = loopback(server);
        HttpConfiguration like = loopback.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        return new HttpsDoor(server, like, certificates, network ? null : loopback.getHost(), httpsPort);
    }

    /** The connector that the service opened itself. */
    private static ServerConnector loopback(Server server) {
        return (ServerConnector) Arrays.stream(server.getConnectors())
                .filter(connector -> connector.getClass() == ServerConnector.class)
                .findFirst().orElseThrow(() -> new IllegalStateException("The HTTP service has no connector"));
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Health check() {
        Optional<Map.Entry<String, String>> fault = faults.entrySet().stream().findFirst();
        return fault.map(found -> Health.degraded(found.getKey() + " " + found.getValue()))
                .orElseGet(() -> Health.ok(entrance.exposure().network() ? "open to the network" : "this machine only"));
    }

    @Deactivate
    void stop() {
        // Not interrupted: a door that is just being opened would be left half open.
        worker.shutdown();
        synchronized (this) {
            stopped = true;
            Optional.ofNullable(doors.get("server")).map(door -> door.factory().server())
                    .ifPresent(server -> configurations(server).forEach(all -> all.getCustomizers().remove(customizer)));
            List.copyOf(doors.keySet()).forEach(this::close);
        }
    }

    /** Makes a connector whenever the HTTP service asks, and knows whether it is open. */
    private static final class Factory implements ConnectorFactory {
        private final Function<Server, Connector> maker;
        private volatile Server server;
        private volatile Connector connector;

        Factory(Function<Server, Connector> maker) {
            this.maker = maker;
        }

        @Override
        public Connector createConnector(Server asking) {
            server = asking;
            connector = maker.apply(asking);
            return connector;
        }

        boolean wasAsked() {
            return server != null;
        }

        /** Also while the HTTP service is away: it asks when it is there again. */
        boolean isOpen() {
            Connector present = connector;
            return present != null && present.isRunning();
        }

        Server server() {
            return server;
        }
    }
}
