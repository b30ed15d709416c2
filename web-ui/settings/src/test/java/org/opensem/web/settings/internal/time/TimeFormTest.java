package org.opensem.web.settings.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.language.Message;
import org.opensem.language.Translations;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.testkit.TestClock;
import org.opensem.testkit.settings.InMemorySettings;
import org.opensem.time.ClockStatus;
import org.opensem.time.ClockStatus.Reason;
import org.opensem.time.TimeReading;
import org.opensem.time.TimeServers;
import org.opensem.time.TimeSetting;
import org.opensem.web.component.Segments;
import org.opensem.web.settings.internal.FormTester;

/** The clock in the settings: whose time, which servers, by hand and from the browser (E1, T6). */
class TimeFormTest {
    private static final Instant NOW = Instant.parse("2026-11-19T19:47:12Z");
    private final TestClock clock = new TestClock(NOW);
    private final TimeSection.Services services = new TimeSection.Services();
    private final List<String> set = new ArrayList<>();
    private TimeSetting.Outcome outcome = TimeSetting.Outcome.STEPPED;
    private InMemorySettings settings;
    private FormTester tester;
    private TimeForm form;

    /** As that of the bundle time/core. */
    private static final class Group implements SettingsGroup {
        @Override
        public SettingsDescriptor descriptor() {
            return new SettingsDescriptor("time", "test.time", 10);
        }

        @Override
        public Map<String, Object> read(Fields fields) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("mode", fields.text("mode").orElse("system"));
            List<String> servers = fields.texts("servers", 4);
            IntStream.range(0, servers.size()).filter(i -> servers.get(i).contains("!"))
                    .forEach(i -> fields.fault("servers[" + i + "]", Message.plain("Ist keine Adresse.")));
            document.put("servers", servers.isEmpty() ? TimeServers.PRESET : servers);
            document.put("setSystemClock", fields.flag("setSystemClock", false));
            return document;
        }
    }

    @BeforeEach
    void open() {
        services.clock = clock;
        services.setting = new TimeSetting() {
            @Override
            public Outcome set(Instant time, Person person) {
                if (time.isBefore(Instant.parse("2025-01-01T00:00:00Z"))) {
                    throw new IllegalArgumentException("too early");
                }
                set.add(time + " " + person);
                return outcome;
            }

            @Override
            public Outcome synchronise(TimeReading reading) {
                throw new UnsupportedOperationException();
            }
        };
        settings = new InMemorySettings(new Group());
        tester = FormTester.of(settings, Map.of(), context -> {
            form = new TimeForm(context, services, task -> () -> { });
            return form.component();
        });
    }

    @SuppressWarnings("unchecked")
    private Segments<String> mode() {
        return tester.all(Segments.class).findFirst().orElseThrow();
    }

    private IntegerField spinner(String label) {
        return tester.field(IntegerField.class, label, 0);
    }

    private void pass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        form.tick();
    }

    @Test
    void itShowsTheTimeItsSourceAndHowFarItIsTrusted() {
        assertThat(tester.text()).contains("20:47:12", "19.11.2026", "UTC+01:00", "Zeitzone", "Europe/Berlin",
                "nichts spricht gegen sie");
        clock.status(new ClockStatus("ntp", -3250, true, Optional.of(NOW.minusSeconds(60)), Reason.SYNCHRONISED));
        pass(1);
        assertThat(tester.text()).contains("20:47:13", "Zeitserver", "\u22123,250 s", "20:46:12", "Abgeglichen.");
        clock.status(new ClockStatus("system", 0, false, Optional.empty(), Reason.BEFORE_LAST_RUN));
        pass(1);
        assertThat(tester.text()).contains("Die Uhr ist nicht gestellt.", "hinter der Zeit", "0 Messwerte warten");
        services.clock = null;
        pass(1);
        assertThat(tester.text()).contains("gerade aktualisiert");
    }

    @Test
    void serversAreThereInTheirModeOnlyAndTheirStateBesideThem() {
        assertThat(tester.all(TextField.class)).as("not asked").isEmpty();
        tester.choose(mode(), "ntp");
        assertThat(tester.all(TextField.class).map(TextField::getValue)).isEqualTo(TimeServers.PRESET);
        services.servers = servers(new TimeServers.Server("ptbtime1.ptb.de", TimeServers.State.AGREES,
                Optional.of(Duration.ofMillis(12)), Optional.of(Duration.ofMillis(30)), Optional.of(NOW)),
                new TimeServers.Server("PTBTIME2.ptb.de", TimeServers.State.CONTRADICTS, Optional.of(Duration.ofHours(1)),
                        Optional.of(Duration.ofMillis(30)), Optional.of(NOW)));
        pass(1);
        assertThat(tester.text()).contains("stimmt, 0,012 s", "widerspricht, zählt nicht, 3.600,000 s");
    }

    private TimeServers servers(TimeServers.Server... all) {
        return new TimeServers() {
            @Override
            public List<Server> servers() {
                return List.of(all);
            }

            @Override
            public void measure() {
                set.add("asked");
            }
        };
    }

    @Test
    void serversAreChangedTakenAwayAddedAndRestored() {
        tester.choose(mode(), "ntp");
        tester.type(tester.field("1. Server"), "192.168.1.1");
        tester.press("4. Server entfernen");
        tester.press("3. Server entfernen");
        tester.press("Server hinzufügen");
        assertThat(tester.field("3. Server").getValue()).isEmpty();
        tester.press("Speichern");
        assertThat(tester.field("3. Server").getErrorMessage()).contains("Adresse eingeben");
        assertThat(settings.history("time")).isEmpty();
        tester.type(tester.field("3. Server"), "nicht!");
        assertThat(tester.field("3. Server").getErrorMessage()).isEqualTo("Ist keine Adresse.");
        tester.type(tester.field("3. Server"), "time.example");
        tester.press("Speichern");
        assertThat(settings.read("time").orElseThrow()).containsEntry("mode", "ntp")
                .containsEntry("servers", List.of("192.168.1.1", "ptbtime2.ptb.de", "time.example"));
        tester.press("Vorgaben wiederherstellen");
        assertThat(tester.isUnsaved()).isTrue();
        tester.press("Speichern");
        assertThat(settings.read("time").orElseThrow()).containsEntry("servers", TimeServers.PRESET);
    }

    @Test
    void theServersAreAskedNow() {
        services.servers = servers();
        tester.choose(mode(), "ntp");
        tester.press("Jetzt fragen");
        assertThat(set).containsExactly("asked");
    }

    @Test
    void itIsSetByHandInTheUsersZone() {
        pass(3);
        assertThat(spinner("Sekunde").getValue()).as("it runs until somebody changes it").isEqualTo(15);
        tester.choose(spinner("Stunde"), 21);
        pass(10);
        assertThat(spinner("Sekunde").getValue()).isEqualTo(15);
        tester.choose(tester.all(DatePicker.class).findFirst().orElseThrow(), LocalDate.parse("2026-11-20"));
        tester.press("Stellen");
        assertThat(set).containsExactly("2026-11-20T20:47:15Z MANUAL");
        assertThat(tester.text()).contains("Gestellt.");
        outcome = TimeSetting.Outcome.SLEWED;
        tester.press("Stellen");
        assertThat(tester.text()).contains("Weniger als zwei Sekunden daneben");
        assertThat(tester.isUnsaved()).as("it is done, and nothing to be saved").isFalse();
    }

    @Test
    void whoeverIsInAFieldIsNotOvertakenByTheClock() {
        IntegerField second = spinner("Sekunde");
        ComponentUtil.fireEvent(second, new FocusNotifier.FocusEvent<>(second, true));
        pass(5);
        assertThat(second.getValue()).isEqualTo(12);
        ComponentUtil.fireEvent(second, new BlurNotifier.BlurEvent<>(second, true));
        pass(1);
        assertThat(second.getValue()).as("nothing was changed: it runs on").isEqualTo(18);
    }

    @Test
    void theHourThatComesTwiceIsTheOneThatTheClockIsIn() {
        clock.set(Instant.parse("2026-10-25T00:30:00Z"));
        pass(1);
        tester.press("Stellen");
        clock.set(Instant.parse("2026-10-25T01:30:00Z"));
        pass(1);
        tester.press("Stellen");
        assertThat(set).containsExactly("2026-10-25T00:30:01Z MANUAL", "2026-10-25T01:30:01Z MANUAL");
    }

    @Test
    void whatCannotBeIsToldBesideTheField() {
        tester.choose(spinner("Stunde"), null);
        tester.press("Stellen");
        assertThat(tester.text()).contains("Datum und Uhrzeit prüfen.");
        assertThat(spinner("Stunde").isInvalid()).isTrue();
        assertThat(spinner("Stunde").getErrorMessage()).isEqualTo("Eine ganze Zahl von 0 bis 23.");
        tester.choose(spinner("Stunde"), 12);
        tester.choose(spinner("Minute"), 60);
        tester.press("Stellen");
        assertThat(spinner("Minute").isInvalid()).isTrue();
        assertThat(spinner("Minute").getErrorMessage()).isEqualTo("Eine ganze Zahl von 0 bis 59.");
        tester.choose(spinner("Minute"), 0);
        DatePicker date = tester.all(DatePicker.class).findFirst().orElseThrow();
        tester.choose(date, null);
        tester.press("Stellen");
        assertThat(date.getErrorMessage()).isEqualTo("Ist kein Datum.");
        tester.choose(date, LocalDate.parse("1999-01-01"));
        tester.press("Stellen");
        assertThat(tester.text()).contains("lange vor diesem Programm");
        services.setting = null;
        tester.press("Stellen");
        assertThat(tester.text()).contains("gerade aktualisiert");
        assertThat(set).isEmpty();
    }

    @Test
    void theBrowsersTimeIsTaken() {
        HandPanel[] made = new HandPanel[1];
        FormTester panel = FormTester.of(settings, Map.of(), context -> {
            made[0] = new HandPanel(context, Translations.of(TimeForm.class, context.locale()), services, () -> set.add("told"));
            return made[0].panel();
        });
        panel.press("Zeit des Browsers");
        assertThat(set).as("not before the browser says it").isEmpty();
        made[0].browserSays(Instant.parse("2026-11-19T20:00:00Z").toEpochMilli());
        assertThat(set).containsExactly("2026-11-19T20:00:00Z BROWSER", "told");
        assertThat(panel.text()).contains("Gestellt.");
    }

    @Test
    void theListTellsTheSourceOrThatTheClockIsNotSet() {
        Translations texts = Translations.of(TimeSection.class, Locale.GERMANY);
        assertThat(TimeSection.summary(new ClockStatus("ntp", 0, true), texts)).isEqualTo("Zeitserver");
        assertThat(TimeSection.summary(new ClockStatus("samples", 0, false), texts)).isEqualTo("Wiedergabe");
        assertThat(TimeSection.summary(new ClockStatus("system", 0, false), texts)).isEqualTo("Die Uhr ist nicht gestellt.");
        for (Reason reason : Reason.values()) {
            assertThat(texts.get("reason." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))).isNotBlank();
        }
        for (TimeServers.State state : TimeServers.State.values()) {
            assertThat(texts.get("state." + state.name().toLowerCase(Locale.ROOT))).isNotBlank();
        }
        for (TimeSetting.Outcome each : TimeSetting.Outcome.values()) {
            assertThat(texts.get("set." + each.name().toLowerCase(Locale.ROOT))).isNotBlank();
        }
    }
}
