package org.opensem.settings.internal;

import java.util.Map;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;

/** The same fields under other names. */
record RenamedGroup(String id, String pid, SettingsGroup group) implements SettingsGroup {
    @Override
    public SettingsDescriptor descriptor() {
        return new SettingsDescriptor(id, pid, 1001, group.descriptor().secrets());
    }

    @Override
    public Map<String, Object> read(Fields fields) {
        return group.read(fields);
    }
}
