package org.opensem.web.console.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The pages that are open, and the sessions that they belong to. */
final class Pages {
    private final ViewRegistry views;
    private final MeterWatch meter;
    private final AccessWatch access;
    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();
    private final Runnable onViews = this::viewsChanged;
    private final Consumer<MeterState> onMeter = state -> pages.forEach(page -> page.offer(state));
    private final Runnable onAccess = this::accessChanged;

    Pages(ViewRegistry views, MeterWatch meter, AccessWatch access) {
        this.views = views;
        this.meter = meter;
        this.access = access;
        views.addListener(onViews);
        meter.addListener(onMeter);
        access.addListener(onAccess);
    }

    private void accessChanged() {
        pages.forEach(page -> page.leaveIf(access::isOver));
    }

    private void viewsChanged() {
        pages.forEach(page -> page.viewsChanged(FlowMemory::clear));
        FlowMemory.clear();
    }

    void open(UI ui, HttpServletRequest request) {
        Page page = new Page(ui, request, views, meter);
        pages.add(page);
        ui.addDetachListener(event -> pages.remove(page));
        // Access may have changed since the page was let in, before it could be told.
        page.leaveIf(access::isOver);
    }

    void add(VaadinSession session) {
        sessions.add(session);
    }

    void remove(VaadinSession session) {
        sessions.remove(session);
    }

    int count() {
        return pages.size();
    }

    /** Ends every session, so that nothing of the console stays in the server when it stops. */
    void close() {
        views.removeListener(onViews);
        meter.removeListener(onMeter);
        access.removeListener(onAccess);
        for (VaadinSession session : new ArrayList<>(sessions)) {
            session.lock();
            try {
                new ArrayList<>(session.getUIs()).forEach(UI::close);
                session.close();
                if (session.getSession() != null) {
                    session.getSession().invalidate();
                }
            } catch (IllegalStateException e) {
                ConsoleServlet.LOG.debug("A session had ended already", e);
            } finally {
                session.unlock();
            }
        }
        sessions.clear();
        pages.clear();
        FlowMemory.clear();
    }
}
