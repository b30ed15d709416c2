package org.opensem.web.console.internal;

import com.vaadin.flow.component.Component;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.opensem.web.ViewContext;
import org.opensem.web.ViewContribution;
import org.opensem.web.ViewDescriptor;
import org.osgi.framework.Bundle;
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
        Dictionary<String, String> headers = new Hashtable<>(Map.of("Bundle-Name", name));
        return proxy(Bundle.class, (self, method, arguments) -> switch (method.getName()) {
            case "getHeaders" -> headers;
            case "getSymbolicName" -> name;
            case "getVersion" -> new Version(1, 2, 0);
            default -> common(self, method.getName(), arguments, name);
        });
    }

    /** @param ranking as the framework sorts services: the higher is greater */
    @SuppressWarnings("unchecked")
    static <T> ServiceReference<T> reference(int ranking) {
        Bundle bundle = bundle("bundle" + ranking);
        return proxy(ServiceReference.class, (self, method, arguments) -> switch (method.getName()) {
            case "getBundle" -> bundle;
            case "getProperty" -> ranking;
            case "compareTo" -> Integer.compare(ranking, (Integer) ((ServiceReference<?>) arguments[0]).getProperty("ranking"));
            default -> common(self, method.getName(), arguments, "service " + ranking);
        });
    }

    static HttpServletRequest request(Locale locale, Map<String, String> parameters, Cookie... cookies) {
        return proxy(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
            case "getParameter" -> parameters.get(arguments[0]);
            case "getCookies" -> cookies.length == 0 ? null : cookies;
            case "getLocales" -> Collections.enumeration(List.of(locale));
            default -> common(self, method.getName(), arguments, "request");
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
