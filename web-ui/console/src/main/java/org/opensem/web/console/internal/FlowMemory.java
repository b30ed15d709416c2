package org.opensem.web.console.internal;

import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.internal.ReflectionCache;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;

/**
 * What Flow remembers of component classes in static fields. It would keep the class loader of every bundle that ever showed
 * a view; Flow itself expects that classes never go.
 */
final class FlowMemory {
    /** Classes whose scripts Flow has looked for in its bundle; there is no way to it but this one (Vaadin 25.2). */
    private static final String CHECKED_CLASSES = "warnedAboutDeps";

    private FlowMemory() {}

    /** Forgets all classes but Vaadin's own; they are read again when they are next used. */
    static void clear() {
        ReflectionCache.clearAll();
        checkedClasses().removeIf(type -> type.getClassLoader() != UIInternals.class.getClassLoader());
    }

    @SuppressWarnings("unchecked")
    static Set<Class<?>> checkedClasses() {
        try {
            Field field = UIInternals.class.getDeclaredField(CHECKED_CLASSES);
            field.setAccessible(true);
            return (Set<Class<?>>) field.get(null);
        } catch (ReflectiveOperationException e) {
            // A later Vaadin may do without it; the test FlowMemoryTest tells when it is updated.
            ConsoleServlet.LOG.debug("Flow has no {} any more", CHECKED_CLASSES, e);
            return new HashSet<>();
        }
    }
}
