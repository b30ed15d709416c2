package org.opensem.settings.internal;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.opensem.settings.SettingsGroup;
import org.opensem.time.ClockService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;

/**
 * What Karaf is for the settings: Felix with its Configuration Admin, whose cache outlives a start, and its file installer, which
 * watches {@code etc/} and writes changes back to it. Made with the same options as the distribution's.
 */
final class Container implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final Path etc;
    final Path data;
    private final Path cache;
    private final List<ServiceRegistration<?>> groups = new ArrayList<>();
    /** What the settings want to do after a while. */
    final List<Runnable> later = new CopyOnWriteArrayList<>();
    private Framework framework;
    private ConfigurationAdmin admin;
    private ServiceRegistration<ConfigurationListener> listener;
    private ScheduledExecutorService worker;
    SettingsComponent settings;

    Container(Path folder) {
        try {
            etc = Files.createDirectories(folder.resolve("etc"));
            data = Files.createDirectories(folder.resolve("opensem-data"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        cache = folder.resolve("cache");
    }

    /** Starts up to the level at which the settings begin: what lies in {@code etc/} is in Configuration Admin. */
    Container boot() throws BundleException, IOException {
        Map<String, String> options = new HashMap<>(Map.of(
                "org.osgi.framework.storage", cache.toString(),
                "org.osgi.framework.system.packages.extra", "org.osgi.service.cm;version=1.6.1",
                "felix.cm.dir", cache.resolve("config").toString(),
                "felix.fileinstall.dir", etc.toString(),
                "felix.fileinstall.poll", "250",
                "felix.fileinstall.filter", ".*\\.(cfg|config)",
                "felix.fileinstall.noInitialDelay", "true",
                "felix.fileinstall.enableConfigSave", "true",
                "felix.fileinstall.configEncoding", "UTF-8"));
        options.put("felix.fileinstall.log.level", "0");
        framework = new FrameworkFactory().newFramework(options);
        framework.start();
        // In Karaf's order; the other way round the installer may read a file that it is just writing back.
        install("org.apache.felix.fileinstall.internal.FileInstall");
        install("org.apache.felix.cm.impl.ConfigurationManager");
        BundleContext context = framework.getBundleContext();
        admin = context.getService(context.getServiceReference(ConfigurationAdmin.class));
        await().atMost(PATIENCE).until(() -> {
            try (Stream<Path> files = Files.list(etc)) {
                return files.allMatch(this::isInstalled);
            }
        });
        return this;
    }

    private boolean isInstalled(Path file) {
        Map<String, String> fromFile = etc(pid(file));
        return fromFile.entrySet().stream().allMatch(entry -> entry.getValue().equals(property(pid(file), entry.getKey())));
    }

    private static String pid(Path file) {
        return file.getFileName().toString().replace(".cfg", "");
    }

    private void install(String type) throws BundleException, IOException {
        URI jar = URI.create(jarOf(type));
        if (framework.getBundleContext().getBundle(jar.toString()) == null) {
            try (InputStream in = jar.toURL().openStream()) {
                framework.getBundleContext().installBundle(jar.toString(), in).start();
            }
        }
    }

    private static String jarOf(String type) {
        try {
            return Class.forName(type).getProtectionDomain().getCodeSource().getLocation().toString();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the settings themselves, as at level 37; groups come later. */
    Container settings(ClockService clock) {
        return settings(admin, clock);
    }

    Container settings(ConfigurationAdmin seen, ClockService clock) {
        worker = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory()) {
            @Override
            public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
                if (delay == 0) {
                    return super.schedule(command, delay, unit);
                }
                later.add(command);
                return null;
            }
        };
        settings = new SettingsComponent(data, seen, new SecretBox(data), clock, worker);
        listener = framework.getBundleContext().registerService(ConfigurationListener.class, settings, null);
        return this;
    }

    /** Registers a group and waits until it has been dealt with. */
    Container group(SettingsGroup group) {
        ServiceRegistration<SettingsGroup> registration =
                framework.getBundleContext().registerService(SettingsGroup.class, group, null);
        groups.add(registration);
        settings.addGroup(registration.getReference(), group);
        quiet();
        return this;
    }

    /** The settings deal with nothing that is told to them until the answer is run. */
    Runnable busy() {
        CountDownLatch free = new CountDownLatch(1);
        worker.submit(() -> {
            free.await();
            return null;
        });
        return free::countDown;
    }

    /** Returns when the settings have dealt with everything so far. */
    void quiet() {
        try {
            worker.submit(() -> { }).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    Container boot(ClockService clock, SettingsGroup... all) throws BundleException, IOException {
        boot().settings(clock);
        for (SettingsGroup group : all) {
            group(group);
        }
        return this;
    }

    ConfigurationAdmin admin() {
        return admin;
    }

    /** What Configuration Admin holds. */
    String property(String pid, String name) {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
            Dictionary<String, Object> properties = found == null ? null : found[0].getProperties();
            return properties == null || properties.get(name) == null ? null : properties.get(name).toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes since Configuration Admin knows the configuration. */
    long changes(String pid) {
        try {
            return admin.getConfiguration(pid, "?").getChangeCount();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Configuration Admin tells its listeners on one thread, in order: returns when all have heard of everything so far. */
    void awaitEvents() {
        CountDownLatch heard = new CountDownLatch(1);
        BundleContext context = framework.getBundleContext();
        ServiceRegistration<ConfigurationListener> last = context.registerService(ConfigurationListener.class, event -> {
            if (event.getPid().equals("end")) {
                heard.countDown();
            }
        }, new Hashtable<>(Map.of("service.ranking", Integer.MIN_VALUE)));
        try {
            admin.getConfiguration("end", "?").update(new Hashtable<>(Map.of("time", System.nanoTime())));
            if (!heard.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Configuration Admin tells nothing");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            last.unregister();
        }
    }

    Path etcFile(String pid) {
        return etc.resolve(pid + ".cfg");
    }

    /** As an editor or a script does: the file is there whole or not at all. */
    Container writeEtc(String pid, String text) {
        try {
            Path draft = Files.writeString(etc.resolve(pid + ".draft"), text);
            Files.move(draft, etcFile(pid), StandardCopyOption.ATOMIC_MOVE);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> etc(String pid) {
        Properties properties = new Properties();
        try {
            if (Files.exists(etcFile(pid))) {
                properties.load(Files.newBufferedReader(etcFile(pid)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> all = new HashMap<>();
        properties.forEach((name, value) -> all.put((String) name, (String) value));
        return all;
    }

    /** An orderly end. */
    Container shutdown() throws BundleException, InterruptedException {
        if (settings != null) {
            settings.stop();
        }
        return kill();
    }

    /** The end of everything but the settings, which have no chance to say goodbye. */
    Container kill() throws BundleException, InterruptedException {
        if (framework != null) {
            awaitEvents();
            if (listener != null) {
                listener.unregister();
                listener = null;
            }
            groups.clear();
            framework.stop();
            framework.waitForStop(0);
            framework = null;
        }
        return this;
    }

    /** {@code bin/karaf clean}. */
    Container clean() throws IOException {
        delete(cache);
        return this;
    }

    /** An unpacked distribution of its own, with the same data. */
    Container freshDistribution() throws IOException {
        delete(etc);
        Files.createDirectories(etc);
        return clean();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws Exception {
        shutdown();
    }
}
