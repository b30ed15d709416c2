package org.opensem.web.console.internal;

import com.vaadin.flow.component.Component;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.opensem.web.ViewContext;
import org.opensem.web.ViewContribution;
import org.opensem.web.ViewDescriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** What the tests need of OSGi and of the servlet API. */
final class Fakes {
    private Fakes() {}

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Fakes.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object common(Object proxy, String method, Object[] arguments, String text) {
        return switch (method) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> text;
            default -> throw new UnsupportedOperationException(method);
        };
    }

    static Bundle bundle(String name) {
        return bundle(name, Map.of());
    }

    /** A bundle with resources by path. */
    static Bundle bundle(String name, Map<String, URL> entries) {
        Dictionary<String, String> headers = new Hashtable<>(Map.of("Bundle-Name", name));
        return proxy(Bundle.class, (self, method, arguments) -> switch (method.getName()) {
            case "getHeaders" -> headers;
            case "getSymbolicName" -> name;
            case "getVersion" -> new Version(1, 2, 0);
            case "getState" -> Bundle.ACTIVE;
            case "getBundleId", "getLastModified" -> 7L;
            case "getEntry" -> entries.get(arguments[0]);
            default -> common(self, method.getName(), arguments, name);
        });
    }

    /** A bundle's data folder. */
    static BundleContext context(Path folder) {
        return proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "getDataFile" -> folder.resolve((String) arguments[0]).toFile();
            default -> common(self, method.getName(), arguments, "context");
        });
    }

    /** @param ranking as the framework sorts services: the higher is greater */
    static <T> ServiceReference<T> reference(int ranking) {
        return reference(ranking, bundle("bundle" + ranking));
    }

    @SuppressWarnings("unchecked")
    static <T> ServiceReference<T> reference(int ranking, Bundle bundle) {
        return proxy(ServiceReference.class, (self, method, arguments) -> switch (method.getName()) {
            case "getBundle" -> bundle;
            case "getProperty" -> ranking;
            case "compareTo" -> Integer.compare(ranking, (Integer) ((ServiceReference<?>) arguments[0]).getProperty("ranking"));
            default -> common(self, method.getName(), arguments, "service " + ranking);
        });
    }

    static HttpServletRequest request(Locale locale, Map<String, String> parameters, Cookie... cookies) {
        Map<Object, Object> attributes = new HashMap<>();
        return proxy(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
            case "getParameter" -> parameters.get(arguments[0]);
            case "getCookies" -> cookies.length == 0 ? null : cookies;
            case "getHeader" -> parameters.get("header " + arguments[0]);
            case "getLocales" -> Collections.enumeration(List.of(locale));
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
            default -> common(self, method.getName(), arguments, "request");
        });
    }

    /** Notes headers and status; what is written goes to the stream. */
    static HttpServletResponse response(Map<String, String> noted, ByteArrayOutputStream written) {
        return proxy(HttpServletResponse.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "setHeader" -> noted.put((String) arguments[0], (String) arguments[1]);
                case "setStatus" -> noted.put("status", arguments[0].toString());
                case "setContentType" -> noted.put("Content-Type", (String) arguments[0]);
                case "getOutputStream" -> {
                    return new ServletOutputStream() {
                        @Override
                        public void write(int b) {
                            written.write(b);
                        }

                        @Override
                        public boolean isReady() {
                            return true;
                        }

                        @Override
                        public void setWriteListener(WriteListener listener) {
                            throw new UnsupportedOperationException();
                        }
                    };
                }
                default -> {
                    return common(self, method.getName(), arguments, "response");
                }
            }
            return null;
        });
    }

    static ViewContribution view(String route, int order, Function<ViewContext, Component> factory) {
        return new ViewContribution() {
            @Override
            public ViewDescriptor descriptor() {
                return new ViewDescriptor(route, "plug", order, locale -> route + " " + locale.getLanguage());
            }

            @Override
            public Component create(ViewContext context) {
                return factory.apply(context);
            }
        };
    }
}
