package org.opensem.web.access.internal;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Caller;
import org.opensem.access.NewSession;
import org.opensem.access.SessionCookie;
import org.opensem.access.Visitor;
import org.opensem.language.Translations;
import org.opensem.web.settings.SectionContext;

/** One instance of the section: its texts, times as its reader writes them, and the browser behind it. */
final class Words {
    private final SectionContext context;
    private final Translations texts;

    Words(SectionContext context) {
        this.context = context;
        texts = Translations.of(Words.class, context.locale());
    }

    SectionContext context() {
        return context;
    }

    Locale locale() {
        return context.locale();
    }

    String get(String key, Object... values) {
        return texts.get(key, values);
    }

    String day(Instant time) {
        return context.formats().dates().date(time.atZone(context.zone()).toLocalDate());
    }

    String time(Instant time) {
        ZonedDateTime local = time.atZone(context.zone());
        return context.formats().dates().date(local.toLocalDate()) + ", " + context.formats().dates().time(local.toLocalTime());
    }

    /** Who clicks now; called while a click is handled. */
    static Visitor visitor() {
        HttpServletRequest request = ((VaadinServletRequest) VaadinRequest.getCurrent()).getHttpServletRequest();
        return Visitor.of(new AccessRequest(Door.HTTP, request.getRemoteAddr(), request.getMethod(), request.getRequestURI(),
                name -> Collections.list(request.getHeaders(name))));
    }

    /** The session of the browser whose page is at work; empty if it has none, or none is. */
    static Optional<String> session() {
        return Optional.ofNullable(UI.getCurrent()).map(ui -> ComponentUtil.getData(ui, Decision.class)).map(Decision::name)
                .filter(name -> !name.isEmpty());
    }

    /**
     * Hands the browser a new session with the answer to its click. Its open pages are of that session from now on: told to load
     * again, they might ask before the answer has come, and would have to log in.
     */
    static void begin(NewSession session) {
        Decision owner = Decision.admitted(Caller.OWNER, session.id());
        VaadinSession.getCurrent().getUIs().forEach(ui -> ComponentUtil.setData(ui, Decision.class, owner));
        boolean secure = VaadinRequest.getCurrent().isSecure();
        ((VaadinServletResponse) VaadinResponse.getCurrent()).getHttpServletResponse()
                .addHeader("Set-Cookie", SessionCookie.of(session, secure));
    }
}
