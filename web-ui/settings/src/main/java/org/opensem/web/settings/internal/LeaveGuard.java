package org.opensem.web.settings.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import org.opensem.language.Translations;

/** Asks before changes are lost: within the console by a dialog, and when the page itself is left by the browser's own question. */
final class LeaveGuard {
    private static final String SCRIPT = """
            this.semLeave ??= event => { if (this.isConnected) event.preventDefault(); };
            window.removeEventListener('beforeunload', this.semLeave);
            if ($0) window.addEventListener('beforeunload', this.semLeave);
            """;

    private final Component page;
    private final Translations texts;
    private boolean unsaved;

    /** @param page what is shown; gone, nobody is asked any more */
    LeaveGuard(Component page, Translations texts) {
        this.page = page;
        this.texts = texts;
    }

    /** @return whether it is news */
    boolean set(boolean now) {
        if (unsaved == now) {
            return false;
        }
        unsaved = now;
        page.getElement().executeJs(SCRIPT, now);
        return true;
    }

    void ask(BeforeLeaveEvent event) {
        if (!unsaved) {
            return;
        }
        ContinueNavigationAction leave = event.postpone();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(texts.get("leave.title"));
        dialog.setText(texts.get("leave"));
        dialog.setWidth("400px");
        dialog.setConfirmText(texts.get("leave.stay"));
        dialog.setRejectable(true);
        dialog.setRejectText(texts.get("leave.go"));
        dialog.addConfirmListener(confirmed -> leave.cancel());
        dialog.addRejectListener(rejected -> {
            set(false);
            leave.proceed();
        });
        // Escape: whoever does not leave, stays, and with them the address.
        dialog.addClosedListener(closed -> {
            if (unsaved) {
                leave.cancel();
            }
        });
        dialog.open();
    }
}
