package org.opensem.feed.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Decision;
import org.opensem.access.Gate;

/** Whom the feed serves: the same rules as at every other door (bundles/access). */
final class Visitors {
    private final Gate gate = new Gate();
    private volatile AccessControl control;
    private volatile boolean network;

    void set(AccessControl next) {
        gate.set(next);
        control = next;
    }

    void unset(AccessControl gone) {
        if (control == gone) {
            network = gone.exposure().network();
            control = null;
        }
        gate.unset(gone);
    }

    /** Whether the feed is to be open to the network; while nobody can say, it stays as it is. */
    boolean network() {
        AccessControl present = control;
        return present == null ? network : present.exposure().network();
    }

    Decision decide(AccessRequest request) {
        return gate.decide(request);
    }

    /** What a handshake says, kept so that it can be looked at again when access changes. */
    static AccessRequest of(Request request) {
        HttpFields headers = HttpFields.build(request.getHeaders()).asImmutable();
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        InetAddress address = peer instanceof InetSocketAddress socket ? socket.getAddress() : null;
        return new AccessRequest(Door.FEED, address == null ? "" : address.getHostAddress(), request.getMethod(), "/",
                headers::getValuesList);
    }
}
