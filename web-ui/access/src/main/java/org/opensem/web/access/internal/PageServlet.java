package org.opensem.web.access.internal;

import com.vaadin.flow.server.VaadinServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Decision;
import org.opensem.access.NewSession;
import org.opensem.access.SessionCookie;
import org.opensem.access.TooSoonException;
import org.opensem.access.Visitor;
import org.opensem.language.Languages;
import org.opensem.language.Translations;
import org.opensem.settings.Fault;
import org.opensem.settings.SettingsException;
import org.opensem.web.Asset;

/**
 * A page before the console: plain HTML that works without scripts, since nobody has logged in yet and nothing of the console is
 * there for strangers.
 */
abstract class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** No inline script or style at all. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";
    private static final Template FRAME = Template.of("frame");

    private final transient Services services;
    private final transient Asset theme = Asset.of(VaadinServlet.class, "aura/aura.css");
    private final transient Asset style = Asset.of(PageServlet.class, "access/pages.css");
    private final transient Asset script = Asset.of(PageServlet.class, "access/pages.js");

    PageServlet(Services services) {
        this.services = services;
    }

    /** A page in the making. @param status of HTTP */
    record Content(int status, String titleKey, String html, String side) {}

    /** What a request sees: its language and its texts. */
    final class Visit {
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final Locale locale;
        private final Translations texts;

        Visit(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
            locale = PageLanguage.of(request, services.region);
            texts = Translations.of(PageServlet.class, locale);
        }

        Locale locale() {
            return locale;
        }

        Translations texts() {
            return texts;
        }

        String parameter(String name) {
            String value = request.getParameter(name);
            return value == null ? "" : value;
        }

        boolean isAdmitted() {
            return request.getAttribute(Decision.ATTRIBUTE) instanceof Decision decision
                    && decision.isAdmitted() && decision.isOwner();
        }

        Visitor visitor() {
            return Visitor.of(new AccessRequest(Door.HTTP, request.getRemoteAddr(), request.getMethod(), request.getRequestURI(),
                    name -> Collections.list(request.getHeaders(name))));
        }

        void begin(NewSession session) {
            response.addHeader("Set-Cookie", SessionCookie.of(session, request.isSecure()));
        }

        void goTo(String path) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", path);
        }

        /** The path that was asked for before the login; only one of ours. */
        String wanted() {
            String path = parameter("to");
            return path.matches("/(?![/\\\\])[^\\x00-\\x20\\x7f\\\\]*") && !path.startsWith("/login") ? path : "/";
        }

        /** A fault's text by its field; empty if there is none. */
        String fault(List<Fault> faults, String field) {
            return faults.stream().filter(fault -> fault.field().equals(field)).map(fault -> fault.message().in(locale))
                    .collect(Collectors.joining(" "));
        }
    }

    Services services() {
        return services;
    }

    /** Shows the page, or sends elsewhere. @return null if it was sent elsewhere */
    abstract Content show(Visit visit);

    /** Takes what was typed. @return null if it was sent elsewhere */
    abstract Content take(Visit visit);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageLanguage.remember(request, response);
        Visit visit = new Visit(request, response);
        write(visit, guarded(visit, () -> show(visit)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit visit = new Visit(request, response);
        write(visit, guarded(visit, () -> take(visit)));
    }

    private interface Work {
        Content run();
    }

    private Content guarded(Visit visit, Work work) {
        if (services.owner == null || services.recovery == null || services.control == null) {
            return message(visit, HttpServletResponse.SC_SERVICE_UNAVAILABLE, visit.texts().get("updating"));
        }
        try {
            return work.run();
        } catch (SettingsException e) {
            return message(visit, HttpServletResponse.SC_SERVICE_UNAVAILABLE, e.text().in(visit.locale()));
        }
    }

    private static Content message(Visit visit, int status, String text) {
        return new Content(status, "title", Template.of("message").fill(visit.texts(), Map.of("text", text)), "");
    }

    /** How long to wait, in words. */
    static String waiting(Visit visit, TooSoonException soon) {
        visit.response.setHeader("Retry-After", String.valueOf(soon.seconds()));
        long minutes = (soon.seconds() + 59) / 60;
        return soon.seconds() < 100 ? visit.texts().get("wait.seconds", soon.seconds())
                : visit.texts().get("wait.minutes", minutes);
    }

    private void write(Visit visit, Content content) throws IOException {
        HttpServletResponse response = visit.response;
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        if (content == null) {
            return;
        }
        Map<String, String> values = new HashMap<>(Map.of("lang", visit.locale().toLanguageTag(), "main", content.html(),
                "side", content.side(), "title", visit.texts().get(content.titleKey()), "theme", absolute(theme),
                "style", absolute(style), "script", absolute(script), "languages", languages(visit),
                "device", services.deviceName().orElse("openSEM"), "to", visit.parameter("to")));
        values.put("waves", Drawing.waves());
        values.put("logo", Drawing.logo());
        byte[] html = FRAME.fill(visit.texts(), values).getBytes(StandardCharsets.UTF_8);
        response.setStatus(content.status());
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    private static String absolute(Asset asset) {
        return asset.url().replace("context://", "/");
    }

    private static String languages(Visit visit) {
        return Languages.KNOWN.stream().map(locale -> "<option value=\"" + locale.toLanguageTag() + "\""
                + (locale.equals(visit.locale()) ? " selected" : "") + ">"
                + Template.escape(visit.texts().get("language." + locale.toLanguageTag()))
                + "</option>").collect(Collectors.joining());
    }
}
