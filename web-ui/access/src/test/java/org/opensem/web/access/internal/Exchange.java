package org.opensem.web.access.internal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request with its answer, without a server. */
final class Exchange {
    final Map<String, String> parameters = new HashMap<>();
    final Map<String, String> headers = new HashMap<>(Map.of("Host", "localhost:8080"));
    final Map<String, String> answered = new HashMap<>();
    String method = "GET";
    String path = "/login";
    String address = "127.0.0.1";
    Object decision;
    Locale locale = Locale.GERMANY;
    int status = HttpServletResponse.SC_OK;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    static Exchange get(String path) {
        Exchange exchange = new Exchange();
        exchange.path = path;
        return exchange;
    }

    /** @param form names and values in turn */
    static Exchange post(String path, String... form) {
        Exchange exchange = get(path);
        exchange.method = "POST";
        for (int i = 0; i < form.length; i += 2) {
            exchange.parameters.put(form[i], form[i + 1]);
        }
        return exchange;
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(Exchange.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (self, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "getQueryString" -> parameters.isEmpty() || !method.equals("GET") ? null : "query";
                    case "getParameter" -> parameters.get((String) arguments[0]);
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "getHeaders" -> Collections.enumeration(
                            Optional.ofNullable(headers.get((String) arguments[0])).map(List::of).orElse(List.of()));
                    case "getRemoteAddr" -> address;
                    case "getLocales" -> Collections.enumeration(List.of(locale));
                    case "getCookies" -> cookies();
                    case "getAttribute" -> decision;
                    case "isSecure" -> false;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private Cookie[] cookies() {
        String header = headers.get("Cookie");
        return header == null ? null : Arrays.stream(header.split("; "))
                .map(pair -> new Cookie(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)))
                .toArray(Cookie[]::new);
    }

    HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(Exchange.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class}, (self, called, arguments) -> {
                    switch (called.getName()) {
                        case "setStatus" -> status = (Integer) arguments[0];
                        case "setHeader", "addHeader" -> answered.put((String) arguments[0], (String) arguments[1]);
                        case "addCookie" -> {
                            Cookie cookie = (Cookie) arguments[0];
                            answered.put("Cookie " + cookie.getName(), cookie.getValue());
                        }
                        case "sendRedirect" -> {
                            status = HttpServletResponse.SC_FOUND;
                            answered.put("Location", (String) arguments[0]);
                        }
                        case "setContentType" -> answered.put("Content-Type", (String) arguments[0]);
                        case "setContentLength" -> answered.put("Content-Length", String.valueOf(arguments[0]));
                        case "getOutputStream" -> {
                            return output();
                        }
                        default -> throw new UnsupportedOperationException(called.getName());
                    }
                    return null;
                });
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int b) {
                body.write(b);
            }
        };
    }
}
