package org.opensem.web.console.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;

/** What happens to an exception that nobody caught: the view that is open shows one panel, and the rest goes on. */
final class Faults {
    private Faults() {}

    static void handle(ErrorEvent event) {
        UI ui = UI.getCurrent();
        Page page = ui == null ? null : Page.of(ui);
        ViewHost host = page == null ? null : page.shownHost().orElse(null);
        if (host == null) {
            ConsoleServlet.LOG.warn("A request of the console failed", event.getThrowable());
        } else {
            host.fault(event.getThrowable());
        }
    }
}
