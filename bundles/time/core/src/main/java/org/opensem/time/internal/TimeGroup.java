package org.opensem.time.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.time.ClockService;
import org.opensem.time.ClockStatus;
import org.opensem.time.TimeServers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The settings {@code time} (E1): who tells the time; shown beside it how the clock and the servers do. The same configuration's
 * {@code zone} and {@code follow} are for whoever installs it and no settings.
 */
@Component
public final class TimeGroup implements SettingsGroup {
    private static final SettingsDescriptor DESCRIPTOR = new SettingsDescriptor("time", Clock.PID, 10);

    private final ClockService clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile TimeServers servers;

    @Activate
    public TimeGroup(@Reference ClockService clock) {
        this(clock, null);
    }

    TimeGroup(ClockService clock, TimeServers servers) {
        this.clock = clock;
        this.servers = servers;
    }

    @Override
    public SettingsDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        return TimeOptions.read(fields).document();
    }

    @Override
    public Map<String, Object> facts() {
        ClockStatus status = clock.status();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("utc", seconds(clock.now()));
        facts.put("source", status.source());
        facts.put("offsetMs", status.offsetMillis());
        facts.put("lastSync", status.lastSync().map(TimeGroup::seconds).orElse(null));
        facts.put("trusted", status.trusted());
        facts.put("reason", name(status.reason()));
        TimeServers asked = servers;
        List<Map<String, Object>> states = new ArrayList<>();
        if (asked != null) {
            asked.servers().forEach(server -> states.add(state(server)));
        }
        facts.put("serverStates", states);
        return facts;
    }

    private static Map<String, Object> state(TimeServers.Server server) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("address", server.address());
        state.put("state", name(server.state()));
        state.put("offsetMs", server.offset().map(Duration::toMillis).orElse(null));
        state.put("delayMs", server.delay().map(Duration::toMillis).orElse(null));
        state.put("lastAnswer", server.lastAnswer().map(TimeGroup::seconds).orElse(null));
        return state;
    }

    private static String name(Enum<?> constant) {
        return Fields.choiceName(constant);
    }

    private static String seconds(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond()).toString();
    }
}
