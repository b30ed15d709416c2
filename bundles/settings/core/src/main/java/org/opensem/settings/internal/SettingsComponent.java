package org.opensem.settings.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.opensem.settings.Revision;
import org.opensem.settings.Secrets;
import org.opensem.settings.Settings;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsException;
import org.opensem.settings.SettingsGroup;
import org.opensem.time.ClockService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings as a service. It starts before everything that is configured, and puts in force what was saved before it returns.
 * What happens later, a group that comes or a configuration that changes, is dealt with on a thread of its own: neither who
 * registers a group nor Configuration Admin's own thread ever waits for a group or the disk.
 */
@Component(service = {Settings.class, ConfigurationListener.class}, immediate = true)
public final class SettingsComponent implements Settings, ConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsComponent.class);
    private static final String ENDING = ".cfg";
    private static final long STOP_SECONDS = 10;
    /** Longer than an operating system keeps a written file in memory only. */
    private static final long SETTLE_SECONDS = 60;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ClockService clock;

    private final Path folder;
    private final Configurations configurations;
    private final Secrets secrets;
    private final Map<String, GroupState> states = new ConcurrentHashMap<>();
    /** The first of those with the same id counts: the one that ranks highest. */
    private final Map<ServiceReference<SettingsGroup>, SettingsGroup> groups =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final ScheduledExecutorService worker;

    @Activate
    public SettingsComponent(BundleContext context, @Reference ConfigurationAdmin admin, @Reference Secrets secrets) {
        this(DataFolder.of(context::getProperty), admin, secrets, null, worker());
    }

    /** What it should do later, it does not do after the end. */
    private static ScheduledExecutorService worker() {
        ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().daemon().name("opensem-settings").factory());
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return worker;
    }

    /** @param worker with one thread; shut down at the end */
    SettingsComponent(Path data, ConfigurationAdmin admin, Secrets secrets, ClockService clock, ScheduledExecutorService worker) {
        this.folder = data.resolve("settings");
        this.configurations = new Configurations(admin);
        this.secrets = secrets;
        this.clock = clock;
        this.worker = worker;
        savedPids().forEach(this::start);
    }

    /** One that cannot be put in force must not keep the others from it. */
    private void start(String pid) {
        try {
            state(pid).start();
        } catch (RuntimeException e) {
            LOG.warn("The saved settings {} are not in force", pid, e);
        }
    }

    private List<String> savedPids() {
        List<String> pids = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    pids.add(name.substring(0, name.length() - ENDING.length()));
                }
            } catch (IOException e) {
                LOG.error("The saved settings in {} cannot be read, those in etc/ are in force: {}", folder, e.toString());
            }
        }
        return pids;
    }

    private GroupState state(String pid) {
        return states.computeIfAbsent(pid, name -> new GroupState(name, new Keeper(folder, name, configurations, this::now)));
    }

    private Optional<Instant> now() {
        return Optional.ofNullable(clock).map(ClockService::now);
    }

    @Deactivate
    void stop() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The settings did not come to an end within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        states.values().forEach(state -> state.settling().run());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addGroup(ServiceReference<SettingsGroup> reference, SettingsGroup group) {
        SettingsDescriptor descriptor = group.descriptor();
        groups.values().stream().map(SettingsGroup::descriptor)
                .filter(other -> other.pid().equals(descriptor.pid()) && !other.id().equals(descriptor.id()))
                .forEach(other -> LOG.warn("The groups {} and {} share the configuration {}: the settings of one overwrite "
                        + "those of the other", other.id(), descriptor.id(), descriptor.pid()));
        groups.put(reference, group);
        reconcile(descriptor.pid());
    }

    void removeGroup(ServiceReference<SettingsGroup> reference) {
        groups.remove(reference);
    }

    /** Asynchronous, so that Configuration Admin has finished with the change; what is there by then counts, not the event. */
    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getFactoryPid() == null && event.getType() != ConfigurationEvent.CM_LOCATION_CHANGED) {
            reconcile(event.getPid());
        }
    }

    private void reconcile(String pid) {
        try {
            worker.execute(() -> groups.values().stream().filter(group -> group.descriptor().pid().equals(pid)).findFirst()
                    .ifPresent(group -> reconcile(pid, group)));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is looked at after the next start", pid, e);
        }
    }

    private void reconcile(String pid, SettingsGroup group) {
        try {
            state(pid).reconcile(reader(group));
            // Every change is heard of from Configuration Admin, so this follows each.
            worker.schedule(state(pid).settling(), SETTLE_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The settings {} cannot be compared with the configuration {}", group.descriptor().id(), pid, e);
        }
    }

    private GroupReader reader(SettingsGroup group) {
        return new GroupReader(group, secrets);
    }

    private Optional<SettingsGroup> find(String id) {
        return groups.values().stream().filter(group -> group.descriptor().id().equals(id)).findFirst();
    }

    private SettingsGroup group(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There are no settings " + id));
    }

    private GroupState state(SettingsGroup group) {
        return state(group.descriptor().pid());
    }

    @Override
    public List<String> groups() {
        return groups.values().stream().map(SettingsGroup::descriptor)
                .sorted(Comparator.comparingInt(SettingsDescriptor::order).thenComparing(SettingsDescriptor::id))
                .map(SettingsDescriptor::id).distinct().toList();
    }

    @Override
    public Optional<Map<String, Object>> read(String group) {
        return find(group).map(found -> state(found).read(reader(found)));
    }

    @Override
    public List<Fault> check(String group, Map<String, ?> document) {
        SettingsGroup found = group(group);
        return state(found).check(reader(found), document);
    }

    @Override
    public List<Fault> write(String group, Map<String, ?> document, String origin) {
        if (!origin.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("An origin has lower-case letters, digits and hyphens only: " + origin);
        }
        SettingsGroup found = group(group);
        return state(found).write(reader(found), document, origin);
    }

    @Override
    public List<Revision> history(String group) {
        return find(group).map(found -> state(found).history(reader(found))).orElse(List.of());
    }

    /** @throws SettingsException see {@link Settings#restore} */
    @Override
    public List<Fault> restore(String group, long revision, String origin) {
        SettingsGroup found = group(group);
        List<Fault> faults = state(found).restore(reader(found), revision);
        if (faults.isEmpty()) {
            LOG.info("Revision {} of the settings {} was restored: {}", revision, group, origin);
        }
        return faults;
    }

    @Override
    public List<Message> troubles() {
        return states.values().stream().map(GroupState::trouble).flatMap(Optional::stream).toList();
    }
}
