package org.opensem.web.settings.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opensem.settings.Settings;
import org.opensem.web.settings.SectionDescriptor;
import org.opensem.web.settings.SettingsSection;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sections that are there now. Nobody else keeps one: pages look theirs up by name and drop what they show when it goes, so
 * that a bundle that goes leaves no class behind (X2, X4).
 */
@Component(service = SectionRegistry.class)
public final class SectionRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(SectionRegistry.class);
    private static final int FIRST_EXTENSION = 1000;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Settings settings;

    private final Map<ServiceReference<SettingsSection>, Section> sections = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** A section that is there. */
    record Section(ServiceReference<SettingsSection> reference, SectionDescriptor descriptor, SettingsSection service) {
        String id() {
            return descriptor.id();
        }

        boolean isExtension() {
            return descriptor.order() >= FIRST_EXTENSION;
        }

        /** Its name in a language; a plug-in that cannot tell it is shown by its id. */
        String title(Locale locale) {
            try {
                return descriptor.title().apply(locale);
            } catch (RuntimeException | LinkageError e) {
                LOG.debug("Section {} does not tell its title", id(), e);
                return id();
            }
        }

        /** The line under its name; nothing if it cannot be told now. */
        String summary(Locale locale) {
            try {
                return service.summary(locale);
            } catch (RuntimeException | LinkageError e) {
                LOG.debug("Section {} does not tell what is set", id(), e);
                return "";
            }
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindSection(ServiceReference<SettingsSection> reference, SettingsSection section) {
        try {
            SectionDescriptor descriptor = section.descriptor();
            sections.put(reference, new Section(reference, descriptor, section));
            seen.add(descriptor.id());
            faults.remove(descriptor.id());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A section of bundle {} is left out: it does not tell its name", reference.getBundle(), e);
            return;
        }
        listeners.forEach(Runnable::run);
    }

    void unbindSection(ServiceReference<SettingsSection> reference) {
        if (sections.remove(reference) != null) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Tells of every section that comes or goes, on the thread that brings or takes it. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** The sections in the list's order, one for each id: of two with the same id the one that ranks higher. */
    List<Section> sections() {
        List<Section> all = new ArrayList<>(sections.values());
        all.sort(Comparator.comparing(Section::reference, Comparator.reverseOrder()));
        Set<String> ids = new HashSet<>();
        all.removeIf(section -> !ids.add(section.id()));
        all.sort(Comparator.comparingInt((Section section) -> section.descriptor().order()).thenComparing(Section::id));
        return all;
    }

    Optional<Section> find(String id) {
        return sections().stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /** Whether a section of this name has ever been here since the bundle started. */
    boolean hasSeen(String id) {
        return seen.contains(id);
    }

    Optional<Settings> settings() {
        return Optional.ofNullable(settings);
    }

    /** Logs a section's fault; the same one again, on whatever page, only for those who look closer. */
    void failed(String id, Throwable fault) {
        String brief = fault.toString();
        if (brief.equals(faults.put(id, brief))) {
            LOG.debug("Section {} failed again", id, fault);
        } else {
            LOG.warn("Section {} failed; its page offers to try again", id, fault);
        }
    }
}
