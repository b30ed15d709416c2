package org.opensem.examples.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.settings.SettingsGroupContract;

/** X4: a plug-in's group of settings, and its section. */
class StandbySettingsTest extends SettingsGroupContract {
    @Override
    protected SettingsGroup group() {
        return settings(Map.of());
    }

    @Override
    protected List<Map<String, ?>> examples() {
        return List.of(Map.of("alertWatts", "180.5"));
    }

    private static StandbySettings settings(Map<String, Object> properties) {
        StandbySettings settings = new StandbySettings();
        settings.configure(properties);
        return settings;
    }

    @Test
    void itsConfigurationIsInForceAtOnce() {
        StandbySettings settings = settings(Map.of("alertWatts", "180.5"));
        assertThat(settings.alertWatts()).isEqualTo(180.5);
        settings.configure(Map.of("alertWatts", "none"));
        assertThat(settings.alertWatts()).as("the default of what cannot be read").isEqualTo(230);
    }

    @Test
    void itsSectionStandsAmongTheExtensions() {
        StandbySection section = new StandbySection(settings(Map.of()));
        assertThat(section.descriptor().order()).isGreaterThanOrEqualTo(1000);
        assertThat(section.descriptor().title().apply(Locale.GERMANY)).isEqualTo("Standby-Wächter");
        assertThat(section.summary(Locale.GERMANY)).isEqualTo("Meldewert 230\u00a0W");
        assertThat(section.summary(Locale.UK)).isEqualTo("Alert value 230\u00a0W");
    }
}
