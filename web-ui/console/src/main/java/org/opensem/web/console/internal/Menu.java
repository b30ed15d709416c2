package org.opensem.web.console.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.ArrayList;
import java.util.List;
import org.opensem.web.Icons;
import org.opensem.web.console.internal.ViewRegistry.View;

/** The menu's entries, for the drawer, the bottom bar and the page "More". */
final class Menu {
    /** So many find room in the bottom bar of a phone. */
    private static final int BOTTOM = 5;

    private Menu() {}

    /** The entry's text in the page's language; a plug-in that cannot tell it is shown by its route. */
    static String title(Page page, View view) {
        try {
            return view.descriptor().title().apply(page.locale());
        } catch (RuntimeException | LinkageError e) {
            ConsoleServlet.LOG.debug("View {} does not tell its title", view.route(), e);
            return view.route();
        }
    }

    static SideNav sideNav(Page page, String label, List<View> views) {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", label);
        for (View view : views) {
            SideNavItem item = new SideNavItem(title(page, view), view.route());
            item.setPrefixComponent(Icons.of(view.descriptor().icon()));
            nav.addItem(item);
        }
        return nav;
    }

    /** Our own views as far as there is room, then "More" if anything is left. */
    static List<Component> bottom(Page page, String current) {
        List<View> own = page.views().views().stream().filter(view -> !view.isExtension()).toList();
        List<View> left = leftForMore(page);
        List<Component> entries = new ArrayList<>();
        for (View view : own.subList(0, Math.min(own.size(), left.isEmpty() ? BOTTOM : BOTTOM - 1))) {
            entries.add(bottomEntry(view.route(), view.descriptor().icon(), title(page, view), view.route().equals(current)));
        }
        boolean more = current.equals(ViewHost.MORE) || left.stream().anyMatch(view -> view.route().equals(current));
        entries.add(bottomEntry(ViewHost.MORE, "more", page.texts().get("more"), more));
        return entries;
    }

    /** What the bottom bar has no room for: further views of ours, and all extensions. */
    static List<View> leftForMore(Page page) {
        List<View> all = page.views().views();
        List<View> left = new ArrayList<>(all.stream().filter(view -> !view.isExtension()).skip(BOTTOM - 1).toList());
        left.addAll(all.stream().filter(View::isExtension).toList());
        return left;
    }

    private static Anchor bottomEntry(String route, String icon, String text, boolean current) {
        Anchor anchor = new Anchor(route);
        anchor.getElement().setAttribute("router-link", true);
        anchor.add(Icons.of(icon), new Span(text));
        if (current) {
            anchor.getElement().setAttribute("aria-current", "page");
        }
        return anchor;
    }
}
