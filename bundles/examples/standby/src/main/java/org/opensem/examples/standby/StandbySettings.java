package org.opensem.examples.standby;

import java.math.BigDecimal;
import java.util.Map;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** The plug-in's own group of settings: the power above which standby is worth a hint. REST and backups have it too. */
@Component(service = {SettingsGroup.class, StandbySettings.class}, configurationPid = StandbySettings.PID)
public final class StandbySettings implements SettingsGroup {
    static final String PID = "org.opensem.examples.standby";
    static final String GROUP = "standby";
    static final String ALERT = "alertWatts";
    private static final int ORDER = 1010;

    private volatile BigDecimal alertWatts;

    @Activate
    @Modified
    void configure(Map<String, Object> properties) {
        alertWatts = alertWatts(Fields.ofProperties(properties));
    }

    private static BigDecimal alertWatts(Fields fields) {
        return fields.number(ALERT, "1", "100000").orElse(new BigDecimal("230"));
    }

    @Override
    public SettingsDescriptor descriptor() {
        return new SettingsDescriptor(GROUP, PID, ORDER);
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        return Map.of(ALERT, alertWatts(fields));
    }

    /** In watts. */
    double alertWatts() {
        return alertWatts.doubleValue();
    }
}
