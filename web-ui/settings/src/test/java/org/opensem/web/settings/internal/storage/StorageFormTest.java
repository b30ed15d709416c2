package org.opensem.web.settings.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.opensem.language.Formats;
import org.opensem.metering.Sample;
import org.opensem.settings.Fields;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.opensem.testkit.TestClock;
import org.opensem.testkit.settings.InMemorySettings;
import org.opensem.web.settings.internal.FormTester;

/** How long seconds are kept, and what a change would remove (G6); the store may be away for a while (X2). */
class StorageFormTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 19, 20, 47, 0, 0, ZoneId.of("Europe/Berlin"));
    private final InMemorySettings settings = new InMemorySettings(new Group());
    private SampleStore store = new Store(OptionalLong.of(NOW.minusDays(31).toEpochSecond()));
    private final FormTester tester = FormTester.of(settings, Map.of(), context -> new StorageForm(context, () -> store,
            () -> new TestClock(NOW.toInstant())).component());

    private static final class Group implements SettingsGroup {
        @Override
        public SettingsDescriptor descriptor() {
            return new SettingsDescriptor("retention", "test.retention", 50);
        }

        @Override
        public Map<String, Object> read(Fields fields) {
            return Map.of("secondsDays", fields.integer("secondsDays", 1, 3660, 31));
        }
    }

    private record Store(OptionalLong oldest) implements SampleStore {
        @Override
        public WriteResult write(List<Sample> samples, WriteMode mode) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void read(long from, long to, SecondVisitor visitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreStatus status() {
            return new StoreStatus(oldest, OptionalLong.of(NOW.toEpochSecond()), 2_678_400, 20_400_000, 0);
        }
    }

    @Test
    void tellsWhatThereIs() {
        assertThat(tester.text()).contains("20\u00a0MB", "19.10.2026", "2.678.400").doesNotContain("Speichern");
        assertThat(tester.field("So lange aufheben").getValue()).isEqualTo("31");
    }

    @Test
    void tellsBeforeSavingWhatWouldGo() {
        tester.type(tester.field("So lange aufheben"), "7");
        assertThat(tester.text()).contains("Speichern entfernt die Sekunden vom 19. Oktober – 11. November 2026.");
        tester.type(tester.field("So lange aufheben"), "60");
        assertThat(tester.text()).contains("Speichern entfernt nichts.");
        tester.press("Speichern");
        assertThat(settings.read("retention").orElseThrow()).containsEntry("secondsDays", 60);
        assertThat(tester.text()).doesNotContain("entfernt");
    }

    @Test
    void aNumberThatIsNoneIsTold() {
        tester.type(tester.field("So lange aufheben"), "1,5");
        assertThat(tester.field("So lange aufheben").getErrorMessage()).isEqualTo("Muss eine ganze Zahl sein.");
    }

    @Test
    void todayAndSoManyFullDaysAreKept() {
        OptionalLong oldest = OptionalLong.of(NOW.minusDays(3).toEpochSecond());

        assertThat(Removal.of(oldest, NOW, 3)).isEmpty();
        assertThat(Removal.of(oldest, NOW, 2)).hasValue(new Removal(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 16)));
        assertThat(Removal.of(oldest, NOW, 1)).hasValue(new Removal(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 17)));
        assertThat(Removal.of(OptionalLong.empty(), NOW, 1)).isEmpty();
        assertThat(Removal.of(OptionalLong.of(Instant.parse("2026-11-17T23:00:00Z").getEpochSecond()), NOW, 1))
                .as("the first second of the 18th in Berlin").isEmpty();
    }

    @Test
    void sizesAreWrittenAsDisksAreSold() {
        Formats formats = Formats.of(Locale.GERMANY);
        assertThat(Bytes.text(999, formats)).isEqualTo("999\u00a0B");
        assertThat(Bytes.text(1_780_667, formats)).isEqualTo("1,8\u00a0MB");
        assertThat(Bytes.text(999_999, formats)).isEqualTo("1,0\u00a0MB");
        assertThat(Bytes.text(123_456_789_000L, formats)).isEqualTo("123\u00a0GB");
        assertThat(StorageSection.summary(Map.of("secondsDays", 31), Locale.GERMANY)).isEqualTo("Sekunden 31 Tage");
        assertThat(StorageSection.summary(Map.of("secondsDays", 1), Locale.UK)).isEqualTo("Seconds 1 day");
    }

    /** X2: also while the meter is silent. */
    @Test
    void whatThereIsIsToldAsSoonAsTheStoreIsBack() {
        SampleStore updated = store;
        store = null;
        FormTester opened = FormTester.of(settings, Map.of(), context -> new StorageForm(context, () -> store,
                () -> new TestClock(NOW.toInstant())).component());
        opened.type(opened.field("So lange aufheben"), "7");
        assertThat(opened.text()).doesNotContain("20\u00a0MB", "entfernt");
        store = updated;
        opened.second();

        assertThat(opened.text()).contains("20\u00a0MB", "19.10.2026", "2.678.400",
                "Speichern entfernt die Sekunden vom 19. Oktober – 11. November 2026.");
        assertThat(opened.field("So lange aufheben").getValue()).as("as it was typed").isEqualTo("7");
    }

    @Test
    void withoutTheStoreTheSettingIsStillThere() {
        store = null;
        FormTester away = FormTester.of(settings, Map.of(),
                context -> new StorageForm(context, () -> null, () -> null).component());
        away.type(away.field("So lange aufheben"), "7");
        away.press("Speichern");
        assertThat(settings.read("retention").orElseThrow()).containsEntry("secondsDays", 7);
    }
}
