package org.opensem.store.internal;

import java.util.Map;
import java.util.OptionalInt;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.osgi.service.component.annotations.Component;

/** How long single seconds are kept (G6), as settings; the store reads it from the same configuration. */
@Component
public final class RetentionSettings implements SettingsGroup {
    static final String PID = "org.opensem.store";
    static final int MOST_DAYS = 3660;

    private static final String DAYS = "secondsDays";
    private static final int DEFAULT_DAYS = 31;
    private static final SettingsDescriptor DESCRIPTOR = new SettingsDescriptor("retention", PID, 80);

    @Override
    public SettingsDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        return Map.of(DAYS, days(fields));
    }

    private static int days(Fields fields) {
        return fields.integer(DAYS, 1, MOST_DAYS, DEFAULT_DAYS);
    }

    /** The days of a configuration; empty if there is a fault in it. */
    static OptionalInt days(Map<String, ?> properties) {
        Fields fields = Fields.ofProperties(properties);
        int days = days(fields);
        return fields.faultsOfKnown().isEmpty() ? OptionalInt.of(days) : OptionalInt.empty();
    }
}
