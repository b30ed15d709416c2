package org.opensem.web.console.internal;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.opensem.web.component.Panel;
import org.opensem.web.component.ViewHead;
import org.opensem.web.console.internal.ViewRegistry.View;

/** What the bottom bar of a phone has no room for: the other views and the meter's state. */
final class More extends Div {
    private final StatusBox status;

    More(Page page) {
        addClassName("more");
        status = new StatusBox(page);
        List<View> left = Menu.leftForMore(page);
        add(new ViewHead(page.texts().get("more")), status);
        if (!left.isEmpty()) {
            add(new Panel("more", page.texts().get("more.views"))
                    .body(Menu.sideNav(page, page.texts().get("more.views"), left)));
        }
        add(new LogOut(page));
    }

    void show(MeterState state) {
        status.show(state);
    }
}
