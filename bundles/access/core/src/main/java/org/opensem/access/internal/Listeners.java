package org.opensem.access.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opensem.access.AccessListener;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everybody who asked to be told of changes. */
@Component(service = Listeners.class)
public final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<AccessListener> listeners = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(AccessListener listener) {
        listeners.add(listener);
    }

    void remove(AccessListener listener) {
        listeners.remove(listener);
    }

    void tell() {
        for (AccessListener listener : listeners) {
            try {
                listener.accessChanged();
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("{} failed when it was told that access has changed", listener.getClass().getName(), e);
            }
        }
    }
}
