package org.opensem.web.console.internal;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.communication.PushConnection;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.opensem.access.Decision;
import org.opensem.language.Formats;
import org.opensem.language.Translations;

/**
 * One open page (a browser's tab): its language, its preferences and the parts of the console in it. News reach it on a
 * virtual thread of its own, one at a time: a page that is slow skips what it did not get to, and holds up nobody.
 */
final class Page {
    /** Vaadin's bar at the top of the page speaks English by itself. */
    private static final String INDICATOR = "const bar = window.Vaadin?.connectionIndicator;"
            + " if (bar) { bar.onlineText = $0; bar.offlineText = $1; bar.reconnectingText = $2; }";
    private static final long MOST_ALONE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final UI ui;
    private final ViewRegistry views;
    private final MeterWatch meter;
    private final Locale locale;
    private final Translations texts;
    private final Preferences preferences;
    private final AtomicReference<MeterState> news = new AtomicReference<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private ConsoleLayout layout;
    private ViewHost host;
    private Long aloneSince;

    Page(UI ui, HttpServletRequest request, ViewRegistry views, MeterWatch meter) {
        this.ui = ui;
        this.views = views;
        this.meter = meter;
        this.locale = BrowserLanguage.of(request);
        this.texts = Texts.of(locale);
        this.preferences = new Preferences(request.getCookies());
        ComponentUtil.setData(ui, Decision.class, (Decision) request.getAttribute(Decision.ATTRIBUTE));
        ui.setLocale(locale);
        ui.getReconnectDialogConfiguration().setDialogText(texts.get("reconnecting"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(texts.get("gaveup"));
        ui.getPage().executeJs(INDICATOR, texts.get("online"), texts.get("offline"), texts.get("reconnecting"));
        ComponentUtil.setData(ui, Page.class, this);
    }

    static Page of(UI ui) {
        return ComponentUtil.getData(ui, Page.class);
    }

    UI ui() {
        return ui;
    }

    ViewRegistry views() {
        return views;
    }

    MeterWatch meter() {
        return meter;
    }

    Locale locale() {
        return locale;
    }

    Formats formats() {
        return Formats.of(locale);
    }

    Translations texts() {
        return texts;
    }

    Preferences preferences() {
        return preferences;
    }

    /** What lets the page in; whoever gives its browser another session leaves that one's decision at the {@link UI}. */
    Decision admitted() {
        return ComponentUtil.getData(ui, Decision.class);
    }

    ConsoleLayout layout() {
        if (layout == null) {
            layout = new ConsoleLayout(this);
        }
        return layout;
    }

    ViewHost host() {
        if (host == null) {
            host = new ViewHost(this);
        }
        return host;
    }

    Optional<ViewHost> shownHost() {
        return Optional.ofNullable(host);
    }

    /** Offers the meter's news; called on the sampler's thread, so it never waits. */
    void offer(MeterState state) {
        news.set(state);
        if (telling.compareAndSet(false, true)) {
            later(() -> {
                telling.set(false);
                MeterState newest = news.getAndSet(null);
                if (newest != null && !isAbandoned(System.nanoTime())) {
                    show(newest);
                }
            });
        }
    }

    /**
     * Whether nobody has looked for minutes: a browser that crashed, a phone asleep. Flow would keep the page, with all that a
     * view left in it, until the session ends; here it ends now, and a phone that wakes loads it again at the same address.
     */
    private boolean isAbandoned(long nanos) {
        PushConnection push = ui.getInternals().getPushConnection();
        if (push == null || push.isConnected()) {
            aloneSince = null;
        } else if (aloneSince == null) {
            aloneSince = nanos;
        } else if (nanos - aloneSince > MOST_ALONE_NANOS) {
            ui.close();
            ui.getSession().removeUI(ui);
            return true;
        }
        return false;
    }

    private void show(MeterState state) {
        if (layout != null) {
            layout.show(state);
        }
        if (host != null) {
            host.show(state);
        }
    }

    /** Says that a view has come or gone. @param after what to do when this page has let go of it */
    void viewsChanged(Runnable after) {
        later(() -> {
            if (host != null) {
                host.viewsChanged();
            }
            if (layout != null) {
                layout.viewsChanged();
            }
            after.run();
        });
    }

    /**
     * Ends the page if what let it in does so no longer, and lets the browser load it again: it is shown the login then. Asked
     * only when the click that is at work here has ended: it may be the one that began another session.
     */
    void leaveIf(Predicate<Decision> over) {
        later(() -> {
            if (over.test(admitted())) {
                ui.getPage().reload();
                ui.close();
            }
        });
    }

    private void later(Command command) {
        Thread.ofVirtual().name("opensem-console-page").start(() -> {
            try {
                ui.access(command);
            } catch (UIDetachedException e) {
                ConsoleServlet.LOG.trace("A page closed before it was told");
            }
        });
    }
}
