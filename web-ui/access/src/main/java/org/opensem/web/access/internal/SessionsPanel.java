package org.opensem.web.access.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.opensem.access.Sessions;
import org.opensem.access.Sessions.Session;
import org.opensem.web.component.Panel;

/** The browsers that are logged in. */
final class SessionsPanel extends Div {
    private final Words words;
    private final Services services;
    private final Panel panel;
    private List<Session> shown = List.of();

    SessionsPanel(Words words, Services services) {
        this.words = words;
        this.services = services;
        panel = new Panel("sessions", words.get("sessions.title"));
        add(panel);
        show();
    }

    private void show() {
        Sessions sessions = services.sessions;
        if (sessions == null) {
            panel.replaceBody(new Div(words.get("updating")));
            return;
        }
        List<Session> all = sessions.list();
        shown = all;
        Lines lines = new Lines();
        Optional<String> own = Words.session();
        all.forEach(session -> lines.line(Browser.name(session.browser(), words), own.filter(session.id()::equals).isPresent()
                ? words.get("sessions.own") : words.get("sessions.used", words.time(session.lastUse()))));
        Button everywhere = new Button(words.get("sessions.end"), event -> confirm(sessions).open());
        panel.replaceBody(lines, all.isEmpty() ? new Div(words.get("sessions.none")) : everywhere);
    }

    /** Shows who has come or gone since: another browser, or all others when the password was changed here. */
    void refresh() {
        Sessions sessions = services.sessions;
        if (sessions != null && !sessions.list().equals(shown)) {
            show();
        }
    }

    private Ask confirm(Sessions sessions) {
        return new Ask(words, "sessions.end", "sessions.end.line").does("sessions.end", false, () -> {
            sessions.logOutEverywhere();
            return List.of();
        });
    }
}
