package org.opensem.itests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test methods and constructors what they ask for as a parameter: a {@link Distribution} that runs the simulated house,
 * started once for all classes, and a {@link Browser}, also once. {@code @ExtendWith(SharedDistribution.class)}. A test that
 * stops, kills or reconfigures must unpack one of its own.
 */
public final class SharedDistribution implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Distribution.class || type == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.create(SharedDistribution.class));
        if (parameter.getParameter().getType() == Browser.class) {
            return store.computeIfAbsent(Browser.class, key -> Browser.launch(), Browser.class);
        }
        return store.computeIfAbsent(
                Distribution.class, key -> Distribution.unpack("shared").withSimulator().start(), Distribution.class);
    }
}
