package org.opensem.feed.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.opensem.access.AccessRequest;
import org.opensem.access.Decision.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket server and its clients. */
final class FeedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedServer.class);
    private static final int MOST_THREADS = 8;

    private final Visitors visitors;
    private final int mostClients;
    private final Duration stall;
    private final Map<FeedClient, AccessRequest> clients = new ConcurrentHashMap<>();
    private final Server server;
    private final ServerConnector connector;

    /** @param host to listen on; null for all addresses */
    FeedServer(String host, int port, int mostClients, Duration stall, Visitors visitors) {
        this.stall = stall;
        this.visitors = visitors;
        this.mostClients = mostClients;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 1, (int) Duration.ofSeconds(30).toMillis());
        threads.setName("openSEM feed");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        WebSocketUpgradeHandler sockets = WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO);
            container.setMaxTextMessageSize(1024);
            container.setMaxBinaryMessageSize(1024);
            container.addMapping("/*", (request, response, callback) -> welcome(container, request, response, callback));
        });
        sockets.setHandler(new OnlySockets());
        server.setHandler(sockets);
    }

    /** @throws Exception if the port is taken, among others */
    void start() throws Exception {
        try {
            server.start();
        } catch (Exception | LinkageError e) {
            close();
            throw e;
        }
    }

    /** The port it listens on, also where any was asked for by 0. */
    int port() {
        return connector.getLocalPort();
    }

    int clients() {
        return clients.size();
    }

    private Object welcome(ServerWebSocketContainer container, ServerUpgradeRequest request, ServerUpgradeResponse response,
            org.eclipse.jetty.util.Callback callback) {
        AccessRequest visitor = Visitors.of(request);
        Optional<Refusal> refusal = visitors.decide(visitor).refusal();
        if (refusal.isPresent()) {
            LOG.debug("Refused a client of the feed from {}: {}", visitor.address(), refusal.get());
            Response.writeError(request, response, callback, status(refusal.get(), response));
            return null;
        }
        if (clients.size() >= mostClients) {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return null;
        }
        return new FeedClient(stall, client -> {
            clients.put(client, visitor);
            // Access may have changed since it was let in, when it was not yet among those that are looked at.
            look(client, visitor);
        }, clients::remove);
    }

    private static int status(Refusal refusal, Response response) {
        return switch (refusal) {
            case UPDATING -> HttpStatus.SERVICE_UNAVAILABLE_503;
            case UNKNOWN_CALLER -> {
                response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"openSEM\"");
                yield HttpStatus.UNAUTHORIZED_401;
            }
            default -> HttpStatus.FORBIDDEN_403;
        };
    }

    /** Lets go of those who would not be let in any more. */
    void lookAgain() {
        clients.forEach(this::look);
    }

    private void look(FeedClient client, AccessRequest visitor) {
        Optional<Refusal> refusal = visitors.decide(visitor).refusal();
        if (refusal.isPresent() && refusal.get() != Refusal.UPDATING) {
            client.close(Callback.NOOP);
        }
    }

    /** Sends a frame to every client; never waits. */
    void send(String frame) {
        clients.keySet().forEach(client -> client.send(frame));
    }

    @Override
    public void close() {
        CountDownLatch closed = new CountDownLatch(clients.size());
        for (FeedClient client : clients.keySet()) {
            client.close(Callback.from(closed::countDown, failure -> closed.countDown()));
        }
        // An interrupt must not leave the port open.
        boolean interrupted = Thread.interrupted();
        try {
            if (!interrupted && !closed.await(1, TimeUnit.SECONDS)) {
                LOG.debug("Some clients of the feed did not answer the good-bye");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        try {
            server.stop();
            server.destroy();
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (Exception e) {
            LOG.warn("The feed's server did not stop cleanly: {}", e.toString());
            LOG.debug("The feed's server did not stop cleanly", e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers what is no WebSocket handshake. */
    private static final class OnlySockets extends Handler.Abstract.NonBlocking {
        @Override
        public boolean handle(Request request, Response response, org.eclipse.jetty.util.Callback callback) {
            response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
            Response.writeError(request, response, callback, HttpStatus.UPGRADE_REQUIRED_426);
            return true;
        }
    }
}
