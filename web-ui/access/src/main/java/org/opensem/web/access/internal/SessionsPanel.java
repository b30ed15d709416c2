package org.opensem.web.access.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.opensem.access.Sessions;
import org.opensem.access.Sessions.Session;

/** The browsers that are logged in: also who has come or gone since, such as all others when the password was changed here. */
final class SessionsPanel extends LivePanel<List<Session>> {
    private final Words words;
    private final Services services;

    SessionsPanel(Words words, Services services) {
        super(words, "sessions", "sessions.title");
        this.words = words;
        this.services = services;
        refresh();
    }

    @Override
    Optional<List<Session>> read() {
        return Optional.ofNullable(services.sessions).map(Sessions::list);
    }

    @Override
    List<Component> draw(List<Session> all) {
        Lines lines = new Lines();
        Optional<String> own = Words.session();
        all.forEach(session -> lines.line(Browser.name(session.browser(), words), own.filter(session.id()::equals).isPresent()
                ? words.get("sessions.own") : words.get("sessions.used", words.time(session.lastUse()))));
        Button everywhere = new Button(words.get("sessions.end"), event -> confirm().open());
        return List.of(lines, all.isEmpty() ? new Div(words.get("sessions.none")) : everywhere);
    }

    private Ask confirm() {
        return new Ask(words, "sessions.end", "sessions.end.line").does("sessions.end", false, () -> services.sessions,
                sessions -> {
                    sessions.logOutEverywhere();
                    return List.of();
                });
    }
}
