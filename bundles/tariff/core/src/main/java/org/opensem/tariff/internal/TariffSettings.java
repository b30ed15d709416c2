package org.opensem.tariff.internal;

import java.util.Map;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.osgi.service.component.annotations.Component;

/** The group {@code tariff} (E3). */
@Component
public final class TariffSettings implements SettingsGroup {
    private static final int ORDER = 30;

    @Override
    public SettingsDescriptor descriptor() {
        return new SettingsDescriptor("tariff", Contract.PID, ORDER);
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        return ContractDocument.of(ContractReader.read(fields));
    }
}
