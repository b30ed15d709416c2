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
import org.opensem.access.AccessRequest;
import org.opensem.access.AccessRequest.Door;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Refusal;
import org.opensem.access.Local;
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
            admit(request, response, chain);
        } else {
            refuse(request, response, decision);
        }
    }

    private static void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Interface.isAsked(request)) {
            Interface.pass(request, response, chain);
        } else {
            chain.doFilter(request, response);
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
        return !refused && !request.isSecure() && entrance.exposure().https() && Answers.isPage(request)
                && !Local.isAddress(request.getRemoteAddr());
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
        if (Answers.isPage(request) && (refusal == Refusal.UNKNOWN_CALLER || refusal == Refusal.OWNER_ONLY)) {
            goTo(response, "/login?to=" + URLEncoder.encode(target(request), StandardCharsets.UTF_8));
        } else if (Answers.isPage(request) && refusal == Refusal.SETUP_FIRST) {
            goTo(response, "/welcome");
        } else {
            Answers.refuse(request, response, Refused.of(refusal), decision.name());
        }
    }
}
