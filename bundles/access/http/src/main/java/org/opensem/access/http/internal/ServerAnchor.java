package org.opensem.access.http.internal;

import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;

/** A connector without a port: the service's only way to hand out its server is to ask for a connector of it. */
final class ServerAnchor extends AbstractConnector {

    ServerAnchor(Server server) {
        super(server, null, null, null, 0, new HttpConnectionFactory());
    }

    @Override
    protected void accept(int acceptor) {
        throw new IllegalStateException("Nobody can connect");
    }

    @Override
    public Object getTransport() {
        return null;
    }
}
