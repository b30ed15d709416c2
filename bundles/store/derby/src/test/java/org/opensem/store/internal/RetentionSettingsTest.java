package org.opensem.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.settings.SettingsGroupContract;

/** How long seconds are kept is a setting (G6). */
class RetentionSettingsTest extends SettingsGroupContract {
    @Override
    protected SettingsGroup group() {
        return new RetentionSettings();
    }

    @Override
    protected List<Map<String, ?>> examples() {
        return List.of(Map.of("secondsDays", 1), Map.of("secondsDays", "3660"));
    }

    @Test
    void aConfigurationWithoutItMeansAMonth() {
        assertThat(RetentionSettings.days(Map.of("service.pid", "org.opensem.store"))).hasValue(31);
        assertThat(RetentionSettings.days(Map.of("secondsDays", "7", "awaitFollowers", new String[] {"aggregation"})))
                .hasValue(7);
    }

    @Test
    void aFaultIsNoNumberOfDays() {
        for (Object fault : List.of("many", 0, -1, 3661, "1.5")) {
            assertThat(RetentionSettings.days(Map.of("secondsDays", fault))).as("%s", fault).isEqualTo(OptionalInt.empty());
        }
    }
}
