package org.opensem.web.console.internal;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;

/** What Flow reads about the page as a whole. */
@Push
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public final class AppShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1;
}
