package org.opensem.web.settings.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.dom.Element;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SectionDescriptor;
import org.opensem.web.settings.SettingsSection;
import org.osgi.framework.ServiceReference;

/** What the tests need of OSGi and of the console. */
final class Fakes {
    private Fakes() {}

    /** @param ranking as the framework sorts services: the higher is greater */
    @SuppressWarnings("unchecked")
    static ServiceReference<SettingsSection> reference(int ranking) {
        return (ServiceReference<SettingsSection>) Proxy.newProxyInstance(Fakes.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class}, (self, method, arguments) -> switch (method.getName()) {
                    case "compareTo" -> Integer.compare(ranking, (Integer) ((ServiceReference<?>) arguments[0]).getProperty(""));
                    case "getProperty" -> ranking;
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> "service " + ranking;
                    case "getBundle" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    static SettingsSection section(String id, int order, String summary, Function<SectionContext, Component> factory) {
        return new SettingsSection() {
            @Override
            public SectionDescriptor descriptor() {
                return new SectionDescriptor(id, "plug", order, locale -> "Section " + id);
            }

            @Override
            public String summary(Locale locale) {
                return summary;
            }

            @Override
            public Component create(SectionContext context) {
                return factory.apply(context);
            }
        };
    }

    /** All text that can be seen. */
    static String text(Component component) {
        StringBuilder text = new StringBuilder();
        collect(component.getElement(), text);
        return text.toString();
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText());
        } else if (element.isVisible()) {
            element.getChildren().forEach(child -> collect(child, text));
            text.append(' ');
        }
    }

    /** All components that can be seen. */
    static Stream<Component> all(Component component) {
        return component instanceof Text || component.isVisible()
                ? Stream.concat(Stream.of(component), component.getChildren().flatMap(Fakes::all)) : Stream.empty();
    }
}
