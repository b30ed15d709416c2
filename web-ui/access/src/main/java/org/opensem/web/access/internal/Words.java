package org.opensem.web.access.internal;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Decision;
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

    /** The session of the browser that is being answered; empty if it has none, or nobody is. */
    static Optional<String> session() {
        return Optional.ofNullable(VaadinRequest.getCurrent()).map(request -> request.getAttribute(Decision.ATTRIBUTE))
                .filter(Decision.class::isInstance).map(decision -> ((Decision) decision).name()).filter(name -> !name.isEmpty());
    }

    /** Hands the browser a new session with the answer to its click. */
    static void begin(NewSession session) {
        boolean secure = VaadinRequest.getCurrent().isSecure();
        ((VaadinServletResponse) VaadinResponse.getCurrent()).getHttpServletResponse()
                .addHeader("Set-Cookie", SessionCookie.of(session, secure));
    }
}
