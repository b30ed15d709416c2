package org.opensem.settings.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A Configuration Admin that stores nothing while it has a fault; an {@link Error} stands for the end of the process. */
final class BrokenAdmin {
    final AtomicReference<Throwable> fault = new AtomicReference<>();
    final ConfigurationAdmin admin;

    BrokenAdmin(ConfigurationAdmin real) {
        admin = proxy(ConfigurationAdmin.class, real, (name, result) ->
                name.equals("getConfiguration") ? configuration((Configuration) result) : result);
    }

    private Configuration configuration(Configuration real) {
        return proxy(Configuration.class, real, (name, result) -> result);
    }

    private interface Wrapper {
        Object wrap(String method, Object result);
    }

    private <T> T proxy(Class<T> type, T real, Wrapper wrapper) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("update") && fault.get() != null) {
                throw fault.get();
            }
            try {
                return wrapper.wrap(method.getName(), method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
