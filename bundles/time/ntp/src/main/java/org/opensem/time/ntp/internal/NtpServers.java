package org.opensem.time.ntp.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensem.settings.Fields;
import org.opensem.time.ClockService;
import org.opensem.time.ServerAddress;
import org.opensem.time.TimeServers;
import org.opensem.time.TimeSetting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The time servers of the settings {@code time} (E1), asked while their mode is {@code ntp}. The bundle time/core checks them.
 */
@Component(immediate = true, configurationPid = "org.opensem.time")
public final class NtpServers implements TimeServers {
    private static final String NTP = "ntp";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ClockService clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile TimeSetting setting;

    private final Watched.Patience patience;
    private List<String> names = List.of();
    private volatile Synchroniser synchroniser;

    @Activate
    public NtpServers(Map<String, Object> properties) {
        this(properties, null, null, Watched.Patience.DEFAULT);
    }

    NtpServers(Map<String, Object> properties, ClockService clock, TimeSetting setting, Watched.Patience patience) {
        this.clock = clock;
        this.setting = setting;
        this.patience = patience;
        apply(properties);
    }

    /** What else changes in the same configuration leaves the servers alone. */
    @Modified
    synchronized void apply(Map<String, Object> properties) {
        Fields fields = Fields.ofProperties(properties);
        boolean wanted = fields.text("mode").filter(mode -> mode.toLowerCase(Locale.ROOT).equals(NTP)).isPresent();
        List<String> configured = fields.texts("servers", MOST).stream().filter(NtpServers::isAddress)
                .map(text -> text.toLowerCase(Locale.ROOT)).distinct().toList();
        List<String> servers = !wanted ? List.of() : configured.isEmpty() ? PRESET : configured;
        if (servers.equals(names)) {
            return;
        }
        stop();
        names = servers;
        if (!servers.isEmpty()) {
            synchroniser = new Synchroniser(servers, patience, () -> clock, () -> setting);
        }
    }

    private static boolean isAddress(String text) {
        try {
            ServerAddress.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Deactivate
    synchronized void stop() {
        Synchroniser running = synchroniser;
        synchroniser = null;
        names = List.of();
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public List<Server> servers() {
        Synchroniser running = synchroniser;
        return running == null ? List.of() : running.servers();
    }

    @Override
    public void measure() {
        Synchroniser running = synchroniser;
        if (running != null) {
            running.measure();
        }
    }
}
