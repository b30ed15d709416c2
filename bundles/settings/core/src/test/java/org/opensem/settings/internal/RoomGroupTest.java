package org.opensem.settings.internal;

import java.util.List;
import java.util.Map;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.settings.SettingsGroupContract;

/** The tests' own group keeps to the contract, so that they test what groups really do. */
class RoomGroupTest extends SettingsGroupContract {
    @Override
    protected SettingsGroup group() {
        return new RoomGroup();
    }

    @Override
    protected List<Map<String, ?>> examples() {
        return List.of(RoomGroup.DOCUMENT, Map.of("server", Map.of("host", "example", "password", "secret")));
    }
}
