package org.opensem.access.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Refusal;
import org.opensem.access.Local;
import org.opensem.language.Languages;
import org.opensem.language.Translations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every servlet, ours and those of plug-ins: lets in whom {@link org.opensem.access.AccessControl} admits, with the
 * decision as an attribute, shows browsers the way to the login, and refuses everybody else in words that they understand.
 */
@Component
public final class Doorkeeper implements Preprocessor {
    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
    private static final String RETRY_SECONDS = "2";

    private final Entrance entrance;
    private final int httpsPort;

    @Activate
    public Doorkeeper(@Reference Entrance entrance) {
        this(entrance, Ports.https());
    }

    Doorkeeper(Entrance entrance, int httpsPort) {
        this.entrance = entrance;
        this.httpsPort = httpsPort;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        Decision decision = entrance.decide(new AccessRequest(Door.HTTP, request.getRemoteAddr(), request.getMethod(),
                path(request), name -> Collections.list(request.getHeaders(name))));
        if (isBetterByHttps(request, decision)) {
            goTo(response, "https://" + Local.host(request.getHeader("Host")) + ":" + httpsPort + target(request));
        } else if (decision.isAdmitted()) {
            request.setAttribute(Decision.ATTRIBUTE, decision);
            chain.doFilter(request, response);
        } else {
            refuse(request, response, decision);
        }
    }

    /** As servlets will read it; as it was sent if they might not agree what it means. */
    private static String path(HttpServletRequest request) {
        String raw = request.getRequestURI();
        String decoded = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return raw.contains(";") || raw.contains("//") || raw.contains("/.") ? raw : decoded;
    }

    /** A password does not travel readably through a network where HTTPS is there; at this machine it does not matter. */
    private boolean isBetterByHttps(HttpServletRequest request, Decision decision) {
        boolean refused = decision.refusal().filter(reason -> reason != Refusal.UNKNOWN_CALLER && reason != Refusal.SETUP_FIRST)
                .isPresent();
        return !refused && !request.isSecure() && entrance.exposure().https() && isPage(request)
                && !Local.isAddress(request.getRemoteAddr());
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String path = request.getRequestURI();
        return request.getMethod().equals("GET") && accept != null && accept.contains("text/html")
                && !path.startsWith("/api") && !path.startsWith("/metrics") && !path.startsWith("/health");
    }

    private static String target(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static void goTo(HttpServletResponse response, String address) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", address);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Decision decision) throws IOException {
        Refusal refusal = decision.refusal().orElseThrow();
        LOG.debug("{} {} from {}: {}", request.getMethod(), request.getRequestURI(), request.getRemoteAddr(), decision);
        if (isPage(request) && (refusal == Refusal.UNKNOWN_CALLER || refusal == Refusal.OWNER_ONLY)) {
            goTo(response, "/login?to=" + URLEncoder.encode(target(request), StandardCharsets.UTF_8));
        } else if (isPage(request) && refusal == Refusal.SETUP_FIRST) {
            goTo(response, "/welcome");
        } else {
            answer(request, response, Refused.of(refusal), decision.name());
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Refused refused, String name)
            throws IOException {
        Locale locale = Languages.preferred(languages(request));
        Translations texts = Translations.of(Doorkeeper.class, locale);
        String key = name.isEmpty() && texts.keys().contains(refused.key() + ".unnamed")
                ? refused.key() + ".unnamed" : refused.key();
        String detail = texts.get(key, name);
        boolean page = isPage(request);
        response.setStatus(refused.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", locale.getLanguage());
        if (refused.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"openSEM\"");
        }
        if (refused.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            response.setHeader("Refresh", RETRY_SECONDS);
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            // Its body is not read, so that nobody may send on this connection again.
            response.setHeader("Connection", "close");
        }
        String title = texts.get(refused.key() + ".title");
        byte[] body = (page ? title + "\n\n" + detail + "\n" : Json.problem(refused, title, detail))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType(page ? "text/plain;charset=utf-8" : "application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static List<Locale> languages(HttpServletRequest request) {
        try {
            return Collections.list(request.getLocales());
        } catch (RuntimeException e) {
            // A header that cannot be read is no reason to hide the fault.
            LOG.debug("The languages that are asked for cannot be read", e);
            return List.of();
        }
    }
}
