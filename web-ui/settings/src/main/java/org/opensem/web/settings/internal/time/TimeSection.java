package org.opensem.web.settings.internal.time;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.opensem.language.Translations;
import org.opensem.store.SampleStore;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;
import org.opensem.time.TimeServers;
import org.opensem.time.TimeSetting;
import org.opensem.web.Ticker;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SectionDescriptor;
import org.opensem.web.settings.SettingsSection;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Time (E1): the group {@code time}, how the clock does, and setting it by hand. */
@org.osgi.service.component.annotations.Component
public final class TimeSection implements SettingsSection {
    static final String GROUP = "time";
    private static final int ORDER = 10;

    private final Services services = new Services();
    private final Ticker ticker = new Ticker("opensem-time-section");

    /** Each may be away while it is updated. */
    static final class Services {
        volatile ClockService clock;
        volatile TimeSetting setting;
        volatile TimeServers servers;
        volatile SampleStore store;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindClock(ClockService clock) {
        services.clock = clock;
    }

    void unbindClock(ClockService clock) {
        services.clock = services.clock == clock ? null : services.clock;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSetting(TimeSetting setting) {
        services.setting = setting;
    }

    void unbindSetting(TimeSetting setting) {
        services.setting = services.setting == setting ? null : services.setting;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindServers(TimeServers servers) {
        services.servers = servers;
    }

    void unbindServers(TimeServers servers) {
        services.servers = services.servers == servers ? null : services.servers;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindStore(SampleStore store) {
        services.store = store;
    }

    void unbindStore(SampleStore store) {
        services.store = services.store == store ? null : services.store;
    }

    @Deactivate
    void stop() {
        ticker.close();
    }

    @Override
    public SectionDescriptor descriptor() {
        return new SectionDescriptor(GROUP, "clock", ORDER, locale -> Translations.of(TimeSection.class, locale).get("title"));
    }

    @Override
    public String summary(Locale locale) {
        ClockService clock = services.clock;
        return clock == null ? "" : summary(clock.status(), Translations.of(TimeSection.class, locale));
    }

    static String summary(ClockStatus status, Translations texts) {
        return status.trusted() || status.reason() == ClockStatus.Reason.FOLLOWS_SAMPLES
                ? source(status, texts) : texts.get("unset");
    }

    /** Where the time comes from; a clock of somebody else's may name a source that nobody here knows. */
    static String source(ClockStatus status, Translations texts) {
        String key = "source." + status.source();
        return texts.keys().contains(key) ? texts.get(key) : status.source();
    }

    @Override
    public Component create(SectionContext context) {
        return new TimeForm(context, services, ticker::every).component();
    }
}
