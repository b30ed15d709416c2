package org.opensem.web.settings.internal.region;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.language.Message;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.TestClock;
import org.opensem.testkit.settings.InMemorySettings;
import org.opensem.web.settings.internal.FormTester;

/** Language and zone, and how figures look with them (E2, T1). */
class RegionFormTest {
    private final InMemorySettings settings = new InMemorySettings(new Group());
    private final TestClock clock = new TestClock(Instant.parse("2026-11-19T19:47:12Z"));
    private final FormTester tester =
            FormTester.of(settings, Map.of(), context -> new RegionForm(context, () -> clock).component());

    private static final class Group implements SettingsGroup {
        @Override
        public SettingsDescriptor descriptor() {
            return new SettingsDescriptor("region", "test.region", 20);
        }

        @Override
        public Map<String, Object> read(Fields fields) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("language", fields.text("language").orElse(null));
            document.put("zone", fields.parse("zone", ZoneId::of, Message.plain("Ist keine Zeitzone.")).map(ZoneId::getId)
                    .orElse("Europe/Berlin"));
            return document;
        }
    }

    @SuppressWarnings("unchecked")
    private Select<String> language() {
        return tester.all(Select.class).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> zone() {
        return tester.all(ComboBox.class).findFirst().orElseThrow();
    }

    @Test
    void theSamplesFollowTheChoiceBeforeItIsSaved() {
        assertThat(language().getValue()).as("the browser's").isEmpty();
        assertThat(tester.text()).contains("1.234,56", "1.234,56\u00a0€", "19.11.2026", "20:47:12", "UTC+01:00");

        tester.choose(language(), "en-US");
        assertThat(tester.text()).contains("1,234.56", "$1,234.56", "11/19/2026", "8:47:12\u00a0PM");
        tester.choose(zone(), "Asia/Kolkata");
        assertThat(tester.text()).contains("11/20/2026", "1:17:12\u00a0AM", "UTC+05:30");
        assertThat(settings.history("region")).isEmpty();
    }

    @Test
    void bothAreSavedTogether() {
        tester.choose(language(), "en-GB");
        tester.choose(zone(), "UTC");
        tester.press("Speichern");
        assertThat(settings.read("region").orElseThrow()).containsEntry("language", "en-GB").containsEntry("zone", "UTC");

        tester.choose(language(), "");
        tester.press("Speichern");
        assertThat(settings.read("region").orElseThrow()).containsEntry("language", null);
    }

    @Test
    void aZoneThatThereIsNotIsTold() {
        tester.choose(zone(), "Europe/Atlantis");
        assertThat(zone().getErrorMessage()).isEqualTo("Ist keine Zeitzone.");
        assertThat(tester.text()).as("the page's zone as long").contains("UTC+01:00");
    }

    @Test
    void theListTellsBoth() {
        assertThat(RegionSection.summary(Map.of("language", "de", "zone", "Europe/Berlin"), Locale.GERMANY))
                .isEqualTo("Deutsch, Europe/Berlin");
        assertThat(RegionSection.summary(Map.of(), Locale.UK)).isEqualTo("As the browser");
    }
}
