package org.opensem.web.console.internal;

import com.vaadin.flow.component.html.NativeButton;
import org.opensem.access.Decision.Caller;

/** Ends the browser's session; there only for somebody who has logged in. */
final class LogOut extends NativeButton {
    private static final String LEAVE = "fetch('api/v1/session', {method: 'DELETE'}).finally(() => location.assign('login'))";

    LogOut(Page page) {
        super(page.texts().get("logout"), event -> page.ui().getPage().executeJs(LEAVE));
        addClassName("logout");
        setVisible(page.admitted().caller() == Caller.OWNER);
    }
}
