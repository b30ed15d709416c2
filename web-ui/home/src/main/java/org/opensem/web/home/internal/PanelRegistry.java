package org.opensem.web.home.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.opensem.web.home.HomePanel;
import org.opensem.web.home.PanelDescriptor;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The panels that are there now. Nobody else keeps one: pages look at {@link #revision} and drop what they show when its service
 * has gone, so that a bundle that goes leaves no class behind (X2, X4).
 *
 * <p>Home is there when all of its own panels are: else a page that is opened meanwhile would show them one after the other.
 */
@Component(service = PanelRegistry.class, property = "Panel.cardinality.minimum:Integer=" + OwnPanels.COUNT)
public final class PanelRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(PanelRegistry.class);

    private final Map<ServiceReference<HomePanel>, Entry> panels = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final AtomicLong revision = new AtomicLong();

    /** A panel that is there. */
    record Entry(ServiceReference<HomePanel> reference, PanelDescriptor descriptor, HomePanel panel) {
        String id() {
            return descriptor.id();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPanel(ServiceReference<HomePanel> reference, HomePanel panel) {
        try {
            PanelDescriptor descriptor = panel.descriptor();
            panels.put(reference, new Entry(reference, descriptor, panel));
            faults.remove(descriptor.id());
            LOG.info("Panel {} is there, from {}", descriptor.id(), reference.getBundle().getSymbolicName());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A panel of bundle {} is left out: it does not tell its id and title", reference.getBundle(), e);
            return;
        }
        revision.incrementAndGet();
    }

    void unbindPanel(ServiceReference<HomePanel> reference) {
        Entry gone = panels.remove(reference);
        if (gone != null) {
            LOG.info("Panel {} has gone", gone.id());
            revision.incrementAndGet();
        }
    }

    /** Changes whenever a panel comes or goes. */
    long revision() {
        return revision.get();
    }

    /** In order, one for each id: of two with the same id the one that ranks higher. */
    List<Entry> panels() {
        List<Entry> all = new ArrayList<>(panels.values());
        all.sort(Comparator.comparing(Entry::reference, Comparator.reverseOrder()));
        Set<String> ids = new HashSet<>();
        all.removeIf(entry -> !ids.add(entry.id()));
        all.sort(Comparator.comparingInt((Entry entry) -> entry.descriptor().order()).thenComparing(Entry::id));
        return all;
    }

    boolean isThere(ServiceReference<HomePanel> reference) {
        return panels.containsKey(reference);
    }

    /** Whether this is news: a panel's fault that was not the last one that it had, on whatever page. */
    boolean isNewFault(String id, Throwable fault) {
        String brief = fault.toString();
        return !brief.equals(faults.put(id, brief));
    }
}
