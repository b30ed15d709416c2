package org.opensem.web.console.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The bundles that give the console something, a view or a part of one, by a service of the console's API: their resources are
 * served for as long as they do (X4). Only references are held, never what they stand for.
 */
@Component(service = Contributors.class)
public final class Contributors {
    private final Set<ServiceReference<?>> parts = ConcurrentHashMap.newKeySet();

    @Reference(service = AnyService.class, target = "(objectClass=org.opensem.web.*)",
            cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPart(ServiceReference<?> reference) {
        parts.add(reference);
    }

    void unbindPart(ServiceReference<?> reference) {
        parts.remove(reference);
    }

    Set<Bundle> bundles() {
        // A reference whose service has just gone has no bundle.
        return parts.stream().map(ServiceReference::getBundle).filter(bundle -> bundle != null).collect(Collectors.toSet());
    }
}
