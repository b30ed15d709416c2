package org.opensem.rest.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.opensem.access.Decision;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.health.Health;
import org.opensem.health.HealthReport;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;
import org.opensem.tariff.internal.MoneyComponent;
import org.opensem.tariff.internal.OwnTariff;
import org.opensem.testkit.InMemorySampleStore;
import org.opensem.testkit.TestClock;
import org.opensem.testkit.settings.InMemorySettings;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import tools.jackson.databind.JsonNode;

/** The resources behind real HTTP, as the distribution has them: Jetty, Jersey, the same contexts; services are fakes. */
final class RestServer implements AutoCloseable {
    final TestClock clock = new TestClock(Instant.parse("2026-11-22T13:27:01Z"));
    final InMemorySampleStore store = new InMemorySampleStore();
    final FakeEnergy energy = new FakeEnergy();
    final RoomGroup room = new RoomGroup();
    final InMemorySettings settings = new InMemorySettings(room);
    final List<Sample> delivered = new ArrayList<>();
    final Services services = new Services();
    final FakeAccess owner = new FakeAccess();
    final LiveStream stream = new LiveStream();
    final AccessServices access = new AccessServices(stream);
    final OverviewResource overviews = new OverviewResource(services);
    /** What the doorkeeper says of every request; null while it is away. */
    volatile Decision decision = Decision.admitted(Decision.Caller.LOCAL);
    volatile Sample newest;
    volatile CorrectionFactors factors = CorrectionFactors.NONE;
    volatile String driver = "simulator";
    volatile boolean read = true;
    volatile Health health = Health.ok("fine");

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param away resources that the whiteboard has not added yet */
    RestServer(Class<?>... away) throws Exception {
        this(true, away);
    }

    private RestServer(boolean whiteboard, Class<?>... away) throws Exception {
        services.clock = clock;
        services.live = new Live();
        services.driver = new Driver();
        services.inlet = delivered::addAll;
        services.deviceId = () -> "1a2b3c";
        services.store = store;
        services.buckets = store;
        services.rawSamples = store;
        services.invalidRanges = store;
        services.calibration = () -> factors;
        services.energy = energy;
        services.settings = settings;
        access.setControl(owner);
        access.owner = owner;
        access.sessions = owner;
        access.tokens = new FakeTokens();
        services.health = () -> new HealthReport.Summary(
                health.level(), List.of(new HealthReport.Entry("store", health)));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        Guard guard = new Guard();
        ContextHandlerCollection contexts = new ContextHandlerCollection();
        if (whiteboard) {
            contexts.addHandler(context("/api/v1", new ServletContainer(resources(guard, List.of(away)))));
        }
        contexts.addHandler(context("/api", new ApiServlet(guard, services)));
        contexts.addHandler(context("/health", new HealthServlet(services, guard)));
        contexts.addHandler(context("/metrics", new MetricsServlet(services, guard, stream, bundleContext())));
        server.setHandler(contexts);
        server.start();
    }

    static RestServer withoutWhiteboard() throws Exception {
        return new RestServer(false);
    }

    /** openSEM's own tariff with such a configuration. */
    RestServer tariff(Map<String, ?> properties) {
        OwnTariff tariff = new OwnTariff(clock, properties);
        MoneyComponent money = new MoneyComponent(tariff, energy, clock);
        services.tariff = tariff;
        services.costs = money;
        services.budgets = money;
        return this;
    }

    private ResourceConfig resources(Guard guard, List<Class<?>> away) {
        RestApplication application = new RestApplication(services, guard);
        ResourceConfig config = new ResourceConfig();
        config.addProperties(application.getProperties());
        config.registerInstances(application.getSingletons());
        Stream.of(
                new StatusResource(services, bundleContext()),
                new LiveResource(services, access, stream),
                new SamplesResource(services),
                new InvalidRangesResource(services),
                new EnergyResource(services),
                new TimeResource(services),
                overviews,
                new CompareResource(services),
                new BudgetResource(services),
                new SettingsResource(services),
                new SessionResource(access),
                new TokensResource(services, access),
                new BundlesResource(bundleContext())).filter(resource -> !away.contains(resource.getClass()))
                .forEach(config::registerInstances);
        return config;
    }

    private ServletContextHandler context(String path, Servlet servlet) {
        ServletContextHandler context = new ServletContextHandler(path);
        context.setAllowNullPathInContext(true);
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        FilterHolder doorkeeper = new FilterHolder((request, response, chain) -> {
            request.setAttribute(Decision.ATTRIBUTE, decision);
            chain.doFilter(request, response);
        });
        doorkeeper.setAsyncSupported(true);
        context.addFilter(doorkeeper, "/*", EnumSet.of(DispatcherType.REQUEST));
        return context;
    }

    /** Three bundles: two active, one resolved. */
    private static BundleContext bundleContext() {
        List<Bundle> bundles = List.of(bundle(1, Bundle.ACTIVE), bundle(2, Bundle.ACTIVE), bundle(3, Bundle.RESOLVED));
        return (BundleContext) Proxy.newProxyInstance(RestServer.class.getClassLoader(),
                new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBundles" -> bundles.toArray(new Bundle[0]);
                    case "getProperty" -> "1.0.0";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Bundle bundle(long id, int state) {
        return (Bundle) Proxy.newProxyInstance(RestServer.class.getClassLoader(), new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBundleId" -> id;
                    case "getState" -> state;
                    case "getSymbolicName" -> "org.opensem.part" + id;
                    case "getVersion" -> Version.parseVersion("1.0." + id);
                    case "getHeaders" -> new Hashtable<>(Map.of("Bundle-Name", "Part " + id));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    int port() {
        return connector.getLocalPort();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    @Override
    public void close() throws Exception {
        client.close();
        stream.close();
        server.stop();
    }

    private final class Live implements LiveSamples {
        @Override
        public Optional<Sample> newest() {
            return Optional.ofNullable(newest);
        }

        @Override
        public List<Sample> from(long epochSecond) {
            return newest().stream().toList();
        }

        @Override
        public Optional<Source> source() {
            return read ? Optional.empty() : Optional.of(new Source(driver, false,
                    new DriverStatus(DriverStatus.State.RUNNING, "Use another data folder.", false)));
        }

        @Override
        public Counts counts() {
            return new Counts(100, 3, 2, 1);
        }
    }

    private final class Driver implements MeterDriver {
        private final SampleBuffer buffer = new SampleBuffer(1);

        @Override
        public String id() {
            return driver;
        }

        @Override
        public SampleBuffer buffer() {
            return buffer;
        }

        @Override
        public DriverStatus status() {
            return new DriverStatus(DriverStatus.State.RUNNING, "", true);
        }
    }
}
