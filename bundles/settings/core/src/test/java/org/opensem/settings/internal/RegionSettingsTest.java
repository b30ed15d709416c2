package org.opensem.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.TestClock;
import org.opensem.testkit.settings.SettingsGroupContract;

/** Language and zone (E2, T1). */
class RegionSettingsTest extends SettingsGroupContract {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T13:27:01Z"));

    @Override
    protected SettingsGroup group() {
        return region(Map.of());
    }

    private RegionSettings region(Map<String, Object> properties) {
        return new RegionSettings(properties, clock);
    }

    @Override
    protected List<Map<String, ?>> examples() {
        return List.of(Map.of("language", "de", "zone", "Europe/Berlin"), Map.of("language", "en-AU"), Map.of("zone", "UTC"));
    }

    @Test
    void languagesAreOneOfTheThree() {
        assertThat(group().read(Fields.of(Map.of("language", "de-AT")))).containsEntry("language", "de");
        assertThat(group().read(Fields.of(Map.of("language", "en")))).containsEntry("language", "en-US");
        assertThat(group().read(Fields.of(Map.of("language", "en-gb")))).containsEntry("language", "en-GB");
        assertThat(group().read(Fields.of(Map.of()))).containsEntry("language", null).containsEntry("zone", null);
    }

    @Test
    void everyFaultIsTold() {
        Fields fields = Fields.of(Map.of("language", "fr", "zone", "Europe/Nowhere"));
        group().read(fields);
        assertThat(fields.faults().stream().map(fault -> fault.field() + ": " + fault.message().in(Locale.GERMANY)))
                .containsExactly(
                "language: Muss de, en-US oder en-GB sein, oder leer: dann gilt für alle die Sprache ihres Browsers.",
                "zone: Ist kein Name einer Zeitzone wie Europe/Berlin.");
    }

    @Test
    void theZoneInForceIsShownWhileNoneIsChosen() {
        assertThat(region(Map.of()).facts()).isEqualTo(Map.of("zone", "Europe/Berlin"));
        assertThat(new RegionSettings(Map.of(), null).facts()).as("without a clock").isEmpty();
    }

    @Test
    void whoPrefersALanguageThatWeSpeakGetsItAndAllOthersTheConfiguredOne() {
        RegionSettings german = region(Map.of("language", "de"));
        assertThat(german.configured()).contains(Locale.GERMANY);
        assertThat(german.language(List.of(Locale.FRANCE, Locale.UK))).isEqualTo(Locale.UK);
        assertThat(german.language(List.of(Locale.FRANCE))).isEqualTo(Locale.GERMANY);
        assertThat(german.language(List.of(Locale.forLanguageTag("*")))).isEqualTo(Locale.GERMANY);
        assertThat(german.language(List.of())).isEqualTo(Locale.GERMANY);
        assertThat(german.language(List.of(Locale.ENGLISH))).isEqualTo(Locale.US);
    }

    @Test
    void aChangeIsHeardOfAndWhatIsNoLanguageIsNone() {
        RegionSettings region = region(Map.of("language", "de", "component.name", "region"));
        region.modified(Map.of("language", "en-GB"));
        assertThat(region.configured()).contains(Locale.UK);
        region.modified(Map.of("language", "klingon"));
        assertThat(region.configured()).isEmpty();
    }

    @Test
    void withoutAnyChoiceItIsTheMachines() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("de-CH"));
            assertThat(region(Map.of()).language(List.of())).isEqualTo(Locale.GERMANY);
        } finally {
            Locale.setDefault(before);
        }
    }
}
