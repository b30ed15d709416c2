package org.opensem.web.console.internal;

import com.vaadin.flow.server.WrappedSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The whiteboard's view of each HTTP session by its id. The handshake of a WebSocket sees Jetty's raw session, whose
 * attributes have other names: only through the same view does it find the same Vaadin session and the same lock.
 */
final class SessionDirectory {
    private final Map<String, WrappedSession> views = new ConcurrentHashMap<>();

    void remember(WrappedSession session) {
        views.put(session.getId(), session);
    }

    /** The view of a session as the whiteboard's requests see it. */
    WrappedSession canonical(WrappedSession session) {
        return session == null ? null : views.getOrDefault(session.getId(), session);
    }

    void forget(WrappedSession session) {
        views.remove(session.getId());
    }

    void clear() {
        views.clear();
    }

    int size() {
        return views.size();
    }
}
