package org.opensem.web.console.internal;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.List;
import org.opensem.web.console.internal.ViewRegistry.View;

/** The console's frame: the drawer with menu and meter, and on narrow screens the bar at the bottom. */
public final class ConsoleLayout extends AppLayout implements AfterNavigationObserver {
    private static final long serialVersionUID = 1;

    private final transient Page page;
    private final Div menu = new Div();
    private final Nav bottom = new Nav();
    private final StatusBox status;
    private String current = "";

    ConsoleLayout(Page page) {
        this.page = page;
        this.status = new StatusBox(page);
        setPrimarySection(Section.DRAWER);
        Anchor home = new Anchor("", new Html(Logo.html()), new Span("openSEM"));
        home.getElement().setAttribute("router-link", true);
        home.addClassName("logo");
        menu.addClassName("menu");
        Div drawer = new Div(home, menu, status, new LogOut(page));
        drawer.addClassName("drawer");
        addToDrawer(drawer);
        bottom.addClassName("bottom");
        bottom.getElement().setAttribute("aria-label", page.texts().get("menu"));
        addToNavbar(true, bottom);
        setI18n(new AppLayoutI18n().setDrawer(page.texts().get("menu")));
        viewsChanged();
    }

    /** Draws the menu anew. */
    void viewsChanged() {
        List<View> views = page.views().views();
        menu.removeAll();
        menu.add(Menu.sideNav(page, page.texts().get("menu"), views.stream().filter(view -> !view.isExtension()).toList()));
        List<View> extensions = views.stream().filter(View::isExtension).toList();
        if (!extensions.isEmpty()) {
            Div group = new Div(page.texts().get("extensions"));
            group.addClassName("navgroup");
            menu.add(group, Menu.sideNav(page, page.texts().get("extensions"), extensions));
        }
        drawBottom();
    }

    private void drawBottom() {
        bottom.removeAll();
        bottom.add(Menu.bottom(page, current));
    }

    void show(MeterState state) {
        status.show(state);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        if (!path.equals(current)) {
            current = path;
            drawBottom();
        }
    }
}
