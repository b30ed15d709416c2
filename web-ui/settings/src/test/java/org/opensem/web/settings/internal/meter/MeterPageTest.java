package org.opensem.web.settings.internal.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.DriverStatus.State;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.testkit.settings.InMemorySettings;
import org.opensem.web.settings.internal.FakeDriver;
import org.opensem.web.settings.internal.FormTester;
import org.opensem.web.settings.internal.OpenPage;

/**
 * The next step of whoever has no readings yet: how the meter is doing, and how readings come in (X1, H4); also when it falls
 * silent or its driver is exchanged (X2).
 */
class MeterPageTest {
    private final List<Runnable> ticking = new ArrayList<>();
    private MeterDriver driver;

    private FormTester open() {
        return FormTester.of(new InMemorySettings(), Map.of(), context -> new MeterPage(context, () -> driver, task -> {
            ticking.add(task);
            return () -> ticking.remove(task);
        }));
    }

    @Test
    void tellsTheMetersStateAndTheWaysForReadings() {
        assertThat(open().text()).contains("kein Treiber", "Mit einem eigenen Skript", "Frühere Messwerte", "simulator");
        driver = new FakeDriver("http", new DriverStatus(State.WAITING, "", false));
        assertThat(open().text()).contains("wartet auf Messwerte", "http");
    }

    @Test
    void theLastReadingIsTheNewest() {
        driver = new FakeDriver("http", new DriverStatus(State.WAITING, "", false));
        FormTester tester = open();
        driver = new FakeDriver("http", new DriverStatus(State.RUNNING, "", false));
        tester.live(Sample.ofTotal(1_795_120_265L, 497_400));
        assertThat(tester.text()).contains("misst", "497\u00a0W um 21:31:05").doesNotContain("wartet");
    }

    @Test
    void aMeterThatFallsSilentOrGoesIsToldWithoutAReading() {
        driver = new FakeDriver("http", new DriverStatus(State.RUNNING, "", false));
        FormTester tester = open();
        OpenPage page = new OpenPage();
        page.add(tester.component());
        tester.live(Sample.ofTotal(1_795_120_265L, 497_400));
        assertThat(tester.text()).doesNotContain("wartet auf Messwerte");
        driver = new FakeDriver("http", new DriverStatus(State.WAITING, "", false));
        ticking.getFirst().run();
        page.run();
        assertThat(tester.text()).contains("wartet auf Messwerte", "497\u00a0W um 21:31:05");
        driver = null;
        ticking.getFirst().run();
        page.run();
        assertThat(tester.text()).contains("kein Treiber").doesNotContain("wartet auf Messwerte");

        page.remove(tester.component());
        assertThat(ticking).isEmpty();
    }

    @Test
    void everyStateHasItsWordsInBothLanguages() {
        for (State state : State.values()) {
            driver = new FakeDriver("http", new DriverStatus(state, "", false));
            assertThat(open().text()).isNotBlank();
        }
        assertThat(new MeterSection().summary(Locale.UK)).isEqualTo("no driver");
    }
}
