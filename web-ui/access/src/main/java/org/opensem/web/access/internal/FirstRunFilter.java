package org.opensem.web.access.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.opensem.access.AccessControl;
import org.opensem.metering.LiveSamples;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Greets whoever opens the console's first page before there is a password: once, and not in a demo, which has nothing to
 * protect. Every other address opens what it names.
 */
@Component(service = Filter.class, property = {
    "osgi.http.whiteboard.filter.servlet=console",
    "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
    "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=console)"
})
public final class FirstRunFilter implements Filter {
    static final String COOKIE = "opensem.first-run";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final Services services;

    @Activate
    public FirstRunFilter(@Reference Services services) {
        this.services = services;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        boolean root = request.getMethod().equals("GET") && request.getRequestURI().equals("/");
        if (root && request.getParameter("later") != null) {
            Cookie cookie = new Cookie(COOKIE, "later");
            cookie.setPath("/");
            cookie.setMaxAge(YEAR_SECONDS);
            cookie.setAttribute("SameSite", "Strict");
            response.addCookie(cookie);
            response.sendRedirect("/");
        } else if (root && request.getQueryString() == null && isWanted(request)) {
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect("/welcome");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isWanted(HttpServletRequest request) {
        AccessControl control = services.control;
        String accept = request.getHeader("Accept");
        return control != null && !control.exposure().passwordSet() && accept != null && accept.contains("text/html")
                && !isDemo() && !isPutOff(request);
    }

    private boolean isDemo() {
        LiveSamples live = services.live;
        return live == null || live.source().map(source -> source.status().demo()).orElse(false);
    }

    private static boolean isPutOff(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(COOKIE));
    }
}
