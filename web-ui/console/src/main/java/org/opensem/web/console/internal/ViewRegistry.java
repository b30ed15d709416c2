package org.opensem.web.console.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opensem.web.ViewContribution;
import org.opensem.web.ViewDescriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The views that are there now. Nobody else keeps a contribution: pages look theirs up by name and drop what they show when
 * it goes, so that a bundle that goes leaves no class behind (X2, X4).
 */
@Component(service = ViewRegistry.class)
public final class ViewRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ViewRegistry.class);

    private final Map<ServiceReference<ViewContribution>, View> views = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * A view that is there.
     *
     * @param origin the bundle's name, vendor and version, for the mark of origin
     */
    record View(ServiceReference<ViewContribution> reference, ViewDescriptor descriptor, ViewContribution contribution,
            String origin) {
        String route() {
            return descriptor.route();
        }

        boolean isExtension() {
            return descriptor.order() >= 1000;
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindView(ServiceReference<ViewContribution> reference, ViewContribution contribution) {
        try {
            ViewDescriptor descriptor = contribution.descriptor();
            views.put(reference, new View(reference, descriptor, contribution, origin(reference.getBundle())));
            seen.add(descriptor.route());
            faults.remove(descriptor.route());
            LOG.info("View {} is there, from {}", descriptor.route(), reference.getBundle().getSymbolicName());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A view of bundle {} is left out: it does not tell its route and title", reference.getBundle(), e);
            return;
        }
        tell();
    }

    void unbindView(ServiceReference<ViewContribution> reference) {
        View gone = views.remove(reference);
        if (gone != null) {
            LOG.info("View {} has gone", gone.route());
            tell();
        }
    }

    private static String origin(Bundle bundle) {
        String name = bundle.getHeaders().get("Bundle-Name");
        String vendor = bundle.getHeaders().get("Bundle-Vendor");
        String version = bundle.getVersion().toString().replace(".SNAPSHOT", "");
        return (vendor != null ? vendor : name != null ? name : bundle.getSymbolicName()) + " \u00b7 " + version;
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Tells of every view that comes or goes, on the thread that brings or takes it. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** The views in the menu's order, one for each route: of two with the same route the one that ranks higher. */
    List<View> views() {
        List<View> all = new ArrayList<>(views.values());
        all.sort(Comparator.comparing(View::reference, Comparator.reverseOrder()));
        Set<String> routes = new HashSet<>();
        all.removeIf(view -> !routes.add(view.route()));
        all.sort(Comparator.comparingInt((View view) -> view.descriptor().order()).thenComparing(View::route));
        return all;
    }

    Optional<View> find(String route) {
        return views().stream().filter(view -> view.route().equals(route)).findFirst();
    }

    /** Whether a view of this name has ever been here since the console started. */
    boolean hasSeen(String route) {
        return seen.contains(route);
    }

    /** Whether this is news: a view's fault that was not the last one that it had, on whatever page. */
    boolean isNewFault(String route, Throwable fault) {
        String brief = fault.toString();
        return !brief.equals(faults.put(route, brief));
    }
}
