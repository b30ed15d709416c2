package org.opensem.web.settings.internal.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.slider.DecimalSlider;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.metering.Sample;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.settings.InMemorySettings;
import org.opensem.web.settings.internal.FormTester;

/** Reading, slider, wizard, for all of history or from a day on (E4). */
class CalibrationFormTest {
    private final Map<String, Object> facts = new HashMap<>(Map.of(
            "reading", Map.of("kWh", new BigDecimal("645.7350"), "time", "2026-11-19T20:45:00+01:00"),
            "history", List.of(Map.of("factor", new BigDecimal("1.02"), "validFrom", "2025-03-01"))));
    private final InMemorySettings settings = new InMemorySettings(new Group());
    private FormTester tester;

    private final class Group implements SettingsGroup {
        @Override
        public SettingsDescriptor descriptor() {
            return new SettingsDescriptor("calibration", "test.calibration", 40);
        }

        @Override
        public Map<String, Object> read(Fields fields) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("factor", fields.number("factor", "0.5", "1.5").orElse(BigDecimal.ONE));
            document.put("validFrom", fields.date("validFrom").map(LocalDate::toString).orElse(null));
            return document;
        }

        @Override
        public Map<String, Object> facts() {
            return facts;
        }
    }

    @BeforeEach
    void open() {
        tester = FormTester.of(settings, Map.of(), context -> new CalibrationForm(context).component());
    }

    private Object stored(String field) {
        return settings.read("calibration").orElseThrow().get(field);
    }

    private DecimalSlider slider() {
        return tester.all(DecimalSlider.class).findFirst().orElseThrow();
    }

    private void read(String place, String value) {
        tester.type(tester.field(place), value);
    }

    @Test
    void theReadingStandsWithItsTimeAndFollowsEveryFiveSeconds() {
        assertThat(tester.text()).contains("645,735", "Stand 19.11.2026, 20:45");

        facts.put("reading", Map.of("kWh", new BigDecimal("645.8"), "time", "2026-11-19T20:50:00+01:00"));
        for (int second = 0; second < 5; second++) {
            tester.live(Sample.ofTotal(second, 1));
        }
        assertThat(tester.text()).contains("645,800", "20:50");
        assertThat(tester.isUnsaved()).isFalse();
    }

    @Test
    void numberAndSliderAreOneValue() {
        tester.choose(slider(), 0.97);
        assertThat(tester.field("Korrekturfaktor").getValue()).isEqualTo("0,97");
        assertThat(tester.text()).contains("Alles Gezeigte wird mit 0,97 multipliziert.");

        tester.type(tester.field("Korrekturfaktor"), "1,2345");
        assertThat(slider().getValue()).isEqualTo(1.23);
        tester.press("Speichern");
        assertThat((BigDecimal) stored("factor")).as("exact, not as the slider shows it").isEqualByComparingTo("1.2345");
    }

    @Test
    void aFactorThatIsNoneIsToldBesideTheNumberOnly() {
        tester.type(tester.field("Korrekturfaktor"), "1,6");
        assertThat(tester.field("Korrekturfaktor").getErrorMessage()).isEqualTo("Muss zwischen 0,5 und 1,5 liegen.");
        assertThat(slider().isInvalid()).isFalse();
        tester.press("Speichern");
        assertThat(settings.history("calibration")).isEmpty();
    }

    @Test
    void itHoldsFromADayOnIfSomebodySaysSo() {
        @SuppressWarnings("unchecked")
        RadioButtonGroup<String> scope = tester.all(RadioButtonGroup.class).findFirst().orElseThrow();
        assertThat(tester.all(DatePicker.class)).isEmpty();
        tester.choose(scope, "dated");
        tester.choose(tester.field(DatePicker.class, "Ab", 0), LocalDate.of(2026, 11, 1));
        tester.choose(slider(), 0.97);
        tester.press("Speichern");
        assertThat(stored("validFrom")).isEqualTo("2026-11-01");
        assertThat(tester.text()).contains("ab 01.03.2025", "1,02", "ab 01.11.2026");

        tester.choose(scope, "always");
        tester.press("Speichern");
        assertThat(stored("validFrom")).isNull();
    }

    @Test
    void twoReadingsGiveTheManualsFactor() {
        read("Stromzähler, erste Ablesung", "140");
        read("openSEM, erste Ablesung", "20,5");
        assertThat(tester.preferences()).as("days lie between").containsEntry("test.first", "140,20.5");
        read("Stromzähler, zweite Ablesung", "198,2");
        read("openSEM, zweite Ablesung", "80,5");

        assertThat(tester.text()).contains("58,2 / 60 = 0,97");
        tester.press("Faktor 0,97 übernehmen");
        assertThat(tester.field("Korrekturfaktor").getValue()).isEqualTo("0,97");
        assertThat(tester.isUnsaved()).isTrue();
        tester.press("Speichern");
        assertThat((BigDecimal) stored("factor")).isEqualByComparingTo("0.97");
    }

    @Test
    void aRecalibrationMultiplies() {
        settings.write("calibration", Map.of("factor", "0.97"), "rest");
        open();
        read("Stromzähler, erste Ablesung", "0");
        read("openSEM, erste Ablesung", "0");
        read("Stromzähler, zweite Ablesung", "50");
        read("openSEM, zweite Ablesung", "100");
        assertThat(tester.text()).contains("Der Faktor läge nicht zwischen 0,5 und 1,5");

        read("Stromzähler, zweite Ablesung", "101");
        assertThat(tester.text()).contains("101 / 100 × 0,97, der schon gilt = 0,9797");
        tester.press("Faktor 0,9797 übernehmen");
        assertThat(tester.field("Korrekturfaktor").getValue()).isEqualTo("0,9797");
    }

    @Test
    void readingsThatCannotBeAreToldBesideTheirField() {
        read("Stromzähler, erste Ablesung", "140");
        read("openSEM, erste Ablesung", "x");
        read("Stromzähler, zweite Ablesung", "139");
        read("openSEM, zweite Ablesung", "80,5");
        assertThat(tester.field("openSEM, erste Ablesung").getErrorMessage()).isEqualTo("Ist keine Zahl wie 198,2.");

        read("openSEM, erste Ablesung", "80,5");
        assertThat(tester.field("Stromzähler, zweite Ablesung").getErrorMessage()).isEqualTo("Muss über der ersten liegen.");
        assertThat(tester.field("openSEM, zweite Ablesung").getErrorMessage()).isEqualTo("Muss über der ersten liegen.");
        assertThat(tester.text()).doesNotContain("übernehmen");
    }

    @Test
    void whatOpenSemShowsIsTakenOverAndTheFirstReadingIsKept() {
        tester.press("Jetzigen Zählerstand eintragen, erste Ablesung");
        assertThat(tester.field("openSEM, erste Ablesung").getValue()).isEqualTo("645,735");

        Map<String, String> kept = Map.copyOf(tester.preferences());
        tester = FormTester.of(settings, Map.of(), context -> {
            context.remember("first", kept.get("test.first"));
            return new CalibrationForm(context).component();
        });
        assertThat(tester.field("openSEM, erste Ablesung").getValue()).isEqualTo("645,735");
        assertThat(tester.field("Stromzähler, erste Ablesung").getValue()).isEmpty();
    }

    @Test
    void theManualsExampleIsBesideIt() {
        assertThat(tester.text()).contains("198,2", "80,5", "58,2", "58,2 / 60 = 0,97");
        assertThat(CalibrationSection.summary(Map.of("factor", new BigDecimal("0.97")), Locale.GERMANY)).isEqualTo("Faktor 0,97");
        assertThat(CalibrationSection.summary(Map.of("factor", 1), Locale.UK)).isEqualTo("Factor 1.00");
        assertThat(tester.all(TextField.class)).allMatch(field -> field.isEnabled());
    }
}
