package org.opensem.web.home.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomePanel;
import org.opensem.web.home.PanelContext;
import org.opensem.web.home.PanelDescriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** Panels as services, without a framework. */
final class Panels {
    private Panels() {}

    /** Home's own. */
    static PanelRegistry own() {
        PanelRegistry registry = new PanelRegistry();
        registry.bindPanel(reference(1), new OwnPanels.Budget());
        registry.bindPanel(reference(2), new OwnPanels.Consumption());
        registry.bindPanel(reference(3), new OwnPanels.History());
        registry.bindPanel(reference(4), new OwnPanels.Overview());
        registry.bindPanel(reference(5), new OwnPanels.Target());
        return registry;
    }

    static HomePanel panel(String id, int order, int columns, Function<PanelContext, Panel> factory) {
        return new HomePanel() {
            @Override
            public PanelDescriptor descriptor() {
                return new PanelDescriptor(id, order, columns, locale -> "Panel " + id);
            }

            @Override
            public Panel create(PanelContext context) {
                return factory.apply(context);
            }
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Panels.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** @param ranking as the framework sorts services: the higher is greater */
    @SuppressWarnings("unchecked")
    static ServiceReference<HomePanel> reference(int ranking) {
        Bundle bundle = proxy(Bundle.class, (self, method, arguments) -> "bundle " + ranking);
        return proxy(ServiceReference.class, (self, method, arguments) -> switch (method.getName()) {
            case "getBundle" -> bundle;
            case "getProperty" -> ranking;
            case "compareTo" -> Integer.compare(ranking, (Integer) ((ServiceReference<?>) arguments[0]).getProperty("ranking"));
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "service " + ranking;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }
}
