package org.opensem.access.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opensem.access.DeviceControl;
import org.opensem.metering.DeviceId;
import org.opensem.settings.Fault;
import org.opensem.settings.Settings;
import org.opensem.settings.SettingsException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process in the way that lets bin/karaf, or a service manager, start it again. */
@Component
public final class DeviceRestart implements DeviceControl {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceRestart.class);
    private static final long DELAY_MILLIS = 1000;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DeviceId device;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Settings settings;

    private final Data data;
    private final Runnable exit;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("openSEM restart").factory());

    @Activate
    public DeviceRestart(BundleContext context, @Reference Data data) {
        this(data, () -> exit(context), null, null);
    }

    DeviceRestart(Data data, Runnable exit, DeviceId device, Settings settings) {
        this.data = data;
        this.exit = exit;
        this.device = device;
        this.settings = settings;
    }

    private static void exit(BundleContext context) {
        // Karaf ends with code 10 then, which its launcher takes as: again.
        System.setProperty("karaf.restart", "true");
        System.setProperty("karaf.restart.jvm", "true");
        try {
            context.getBundle(0).stop();
        } catch (BundleException e) {
            LOG.error("openSEM cannot be restarted", e);
        }
    }

    @Override
    public void restart() {
        LOG.info("A restart was asked for");
        timer.schedule(exit, DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public List<Fault> factoryReset(String typed) {
        DeviceId present = device;
        if (present == null || typed == null || !typed.strip().equalsIgnoreCase(present.name())) {
            return List.of(Faults.of("confirmation", "confirmation", present == null ? "SEM" : present.name()));
        }
        LOG.warn("A factory reset was asked for");
        forgetSettings();
        data.reset().ask();
        restart();
        return List.of();
    }

    /** What Configuration Admin keeps lies outside of the data folder. */
    private void forgetSettings() {
        Settings present = settings;
        if (present == null) {
            return;
        }
        for (String group : present.groups()) {
            try {
                List<Fault> faults = present.write(group, Map.of(), "factory-reset");
                if (!faults.isEmpty()) {
                    LOG.warn("The settings {} do not take their defaults: {}", group, faults.stream().map(Fault::field).toList());
                }
            } catch (SettingsException | IllegalArgumentException e) {
                LOG.warn("The settings {} were not reset: {}", group, e.toString());
            }
        }
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }
}
