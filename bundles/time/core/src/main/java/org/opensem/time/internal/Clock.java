package org.opensem.time.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.opensem.metering.SampleListener;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock: the operating system's, or the samples' during a replay (T3). A change of its settings needs no restart. The zone
 * that the region's settings choose wins over that of its own configuration.
 */
@Component(configurationPid = {"org.opensem.time", "org.opensem.region"})
public final class Clock implements ClockService {
    private static final Logger LOG = LoggerFactory.getLogger(Clock.class);
    private static final String FOLLOW_SAMPLES = "samples";
    private static final String FOLLOW_SYSTEM = "system";

    private final BundleContext context;
    private final InstantSource system;
    private volatile ZoneId zone;
    private volatile SampleTime samples;
    private ServiceRegistration<SampleListener> listener;

    @Activate
    public Clock(BundleContext context, ClockConfig config) {
        this(context, config, InstantSource.system());
    }

    Clock(BundleContext context, ClockConfig config, InstantSource system) {
        this.context = context;
        this.system = system;
        apply(config);
    }

    @Modified
    void apply(ClockConfig config) {
        zone = zone(config.zone());
        boolean follow = FOLLOW_SAMPLES.equals(config.follow());
        if (!follow && !FOLLOW_SYSTEM.equals(config.follow())) {
            LOG.warn("org.opensem.time: follow={} is unknown; it is system or samples. The system's clock is used.",
                    config.follow());
        }
        if (follow && samples == null) {
            SampleTime time = new SampleTime();
            samples = time;
            listener = context.registerService(SampleListener.class, time, null);
        } else if (!follow) {
            stop();
        }
    }

    @Deactivate
    void stop() {
        if (listener != null) {
            listener.unregister();
            listener = null;
        }
        samples = null;
    }

    @Override
    public Instant now() {
        SampleTime follows = samples;
        return follows == null ? system.instant() : follows.now();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public ClockStatus status() {
        return samples == null ? new ClockStatus(FOLLOW_SYSTEM, 0, true) : new ClockStatus(FOLLOW_SAMPLES, 0, false);
    }

    private static ZoneId zone(String id) {
        if (id.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(id.strip());
        } catch (DateTimeException e) {
            LOG.warn("org.opensem.time or org.opensem.region: zone={} is not the name of a time zone such as Europe/Berlin. "
                    + "The machine's zone {} is used.", id, ZoneId.systemDefault());
            return ZoneId.systemDefault();
        }
    }
}
