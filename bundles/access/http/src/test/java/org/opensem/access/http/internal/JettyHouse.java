package org.opensem.access.http.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.opensem.access.Decision;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Jetty as the HTTP service sets it up: a loopback connector, whatever connectors are registered, and one servlet for all. */
final class JettyHouse implements AutoCloseable {
    final Server server = new Server();
    final ServerConnector loopback = new ServerConnector(server);
    final List<Connector> registered = new ArrayList<>();
    private final FakeControl control;

    JettyHouse(FakeControl control) throws Exception {
        this(control, new Echo());
    }

    JettyHouse(FakeControl control, HttpServlet servlet) throws Exception {
        this.control = control;
        loopback.setHost("127.0.0.1");
        server.addConnector(loopback);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(servlet, "/*");
        context.addFilter(new FilterHolder(new Doorkeeper(control.entrance(), 8443)), "/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        server.start();
        // From now on it keeps its port, as a configured one.
        loopback.setPort(loopback.getLocalPort());
    }

    /** Says as whom somebody was let in. */
    private static final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            response.getWriter().print(request.getAttribute(Decision.ATTRIBUTE) + " " + request.isSecure());
        }
    }

    FakeControl control() {
        return control;
    }

    int port() {
        return loopback.getPort();
    }

    /** Does with a registered factory what the HTTP service does. */
    BundleContext bundleContext() {
        return (BundleContext) Proxy.newProxyInstance(JettyHouse.class.getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("registerService")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return registration(start((ConnectorFactory) arguments[1]));
                });
    }

    private Connector start(ConnectorFactory factory) {
        try {
            Connector connector = factory.createConnector(server);
            server.addConnector(connector);
            connector.start();
            registered.add(connector);
            return connector;
        } catch (Exception e) {
            return null;
        }
    }

    private ServiceRegistration<?> registration(Connector connector) {
        return (ServiceRegistration<?>) Proxy.newProxyInstance(JettyHouse.class.getClassLoader(),
                new Class<?>[] {ServiceRegistration.class}, (proxy, method, arguments) -> {
                    if (connector != null) {
                        connector.stop();
                        server.removeConnector(connector);
                        registered.remove(connector);
                    }
                    return null;
                });
    }

    /** Sends a request as it is written and reads the whole answer. @param lines without line ends */
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\nConnection: Upgrade, close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
