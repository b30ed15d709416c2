package org.opensem.access.http.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees every request before all servlets: sets the security headers, also of answers that no servlet gives, and refuses the
 * handshake of a WebSocket, which the server takes before any servlet or preprocessor is asked.
 */
final class DoorCustomizer implements HttpConfiguration.Customizer {
    private static final Logger LOG = LoggerFactory.getLogger(DoorCustomizer.class);

    private final Entrance entrance;
    private final BooleanSupplier trusted;

    /** @param trusted whether the certificate in use is the owner's */
    DoorCustomizer(Entrance entrance, BooleanSupplier trusted) {
        this.entrance = entrance;
        this.trusted = trusted;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        SecurityHeaders.set(answer::put, request.isSecure() && trusted.getAsBoolean());
        if (request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")) {
            Decision decision = entrance.decide(new AccessRequest(Door.HTTP, address(request), request.getMethod(),
                    Request.getPathInContext(request), request.getHeaders()::getValuesList));
            if (!decision.isAdmitted()) {
                LOG.debug("A WebSocket is refused: {}", decision);
                throw new HttpException.RuntimeException(status(decision.refusal().orElseThrow()));
            }
        }
        return request;
    }

    private static int status(Refusal refusal) {
        return Refused.of(refusal).status();
    }

    private static String address(Request request) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        InetAddress address = peer instanceof InetSocketAddress socket ? socket.getAddress() : null;
        return address == null ? "" : address.getHostAddress();
    }
}
