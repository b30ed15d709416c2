package org.opensem.health.internal;

import java.util.List;
import java.util.Locale;
import org.opensem.health.Health;
import org.opensem.health.HealthCheck;
import org.opensem.language.Message;
import org.opensem.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether the settings are in force as somebody wanted them: a file in {@code etc/} that was refused shows here. */
@Component
public final class SettingsCheck implements HealthCheck {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Settings settings;

    @Activate
    public SettingsCheck() {
        this(null);
    }

    SettingsCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Health check() {
        Settings current = settings;
        if (current == null) {
            return Health.degraded("the settings cannot be changed now: those in force stay so");
        }
        List<Message> troubles = current.troubles();
        return troubles.isEmpty()
                ? Health.ok("in force: " + String.join(", ", current.groups()))
                : Health.degraded(String.join(" ", troubles.stream().map(trouble -> trouble.in(Locale.UK)).toList()));
    }
}
