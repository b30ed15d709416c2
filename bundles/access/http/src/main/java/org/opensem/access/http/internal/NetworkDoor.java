package org.opensem.access.http.internal;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP port on all addresses in place of the loopback one alone, which the server opened itself. Nothing but connections ends
 * by the change: servlets, pages and sessions stay. Whenever this door closes, or cannot be opened, the loopback one is there
 * again.
 */
final class NetworkDoor extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkDoor.class);

    private final ServerConnector loopback;

    NetworkDoor(Server server, ServerConnector loopback) {
        super(server, loopback.getAcceptors(), -1,
                new HttpConnectionFactory(loopback.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration()));
        this.loopback = loopback;
        setPort(loopback.getPort());
        setIdleTimeout(loopback.getIdleTimeout());
    }

    @Override
    protected void doStart() throws Exception {
        loopback.stop();
        try {
            Ports.untilFree(super::doStart);
        } catch (Exception e) {
            try {
                back();
            } catch (Exception more) {
                e.addSuppressed(more);
            }
            throw e;
        }
        LOG.info("HTTP listens on all addresses, port {}", getPort());
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (!getServer().isStopping()) {
            back();
        }
    }

    private void back() throws Exception {
        Ports.untilFree(loopback::start);
        LOG.info("HTTP listens on {} only, port {}", loopback.getHost(), loopback.getPort());
    }
}
