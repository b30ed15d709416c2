package org.opensem.aggregation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.language.Translations;
import org.opensem.settings.Fault;
import org.opensem.settings.Fields;
import org.opensem.settings.Paths;
import org.opensem.testkit.TestClock;

/** The settings of the calibration (E4): what a document means, that it survives, and that every fault is told. */
class CalibrationTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final CalibrationComponent component = new CalibrationComponent(clock, Map.of("service.pid", "x"));
    private final CalibrationSettings settings = new CalibrationSettings(component, clock);

    private static Map<String, Object> document(String factor, String from) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("factor", new BigDecimal(factor));
        document.put("validFrom", from);
        return document;
    }

    /** As the settings do it: checks, keeps flat, lets the component read it; answers the faults. */
    private List<Fault> write(Map<String, ?> document) {
        Fields fields = Fields.of(document);
        Map<String, Object> normal = settings.read(fields);
        if (fields.faults().isEmpty()) {
            component.modified(Paths.flat(normal));
        }
        return fields.faults();
    }

    /** As the settings show it. */
    private Map<String, Object> shown() {
        Map<String, Object> shown = settings.read(Fields.of(component.document().map()));
        shown.putAll(settings.facts());
        return shown;
    }

    private BigDecimal at(String time) {
        return component.factors().at(Instant.parse(time).getEpochSecond());
    }

    @Test
    void withoutSettingsNothingIsCorrected() {
        assertThat(component.factors().neutral()).isTrue();
        assertThat(shown()).containsEntry("factor", BigDecimal.ONE).containsEntry("validFrom", null)
                .containsEntry("history", List.of());
        assertThat(settings.descriptor().id()).isEqualTo("calibration");
    }

    @Test
    void aFactorWithoutADateIsForAllOfHistoryAndReplacesAllOthers() {
        assertThat(write(document("0.9", "2026-03-01"))).isEmpty();
        assertThat(write(document("0.97", null))).isEmpty();
        assertThat(component.factors()).isEqualTo(CorrectionFactors.always(new BigDecimal("0.97")));
        assertThat(shown()).containsEntry("factor", new BigDecimal("0.97")).containsEntry("history", List.of());
    }

    @Test
    void aFactorFromADateHoldsFromThatLocalDayOnAndEarlierOnesStay() {
        write(document("0.97", null));
        CorrectionFactors before = component.factors();
        write(document("1.02", "2026-11-01"));
        write(document("1.1", "2026-11-20"));
        assertThat(component.factors()).isNotSameAs(before).isSameAs(component.factors());
        assertThat(at("1990-01-01T00:00:00Z")).isEqualByComparingTo("0.97");
        assertThat(at("2026-10-31T22:59:59Z")).isEqualByComparingTo("0.97");
        assertThat(at("2026-10-31T23:00:00Z")).isEqualByComparingTo("1.02");
        assertThat(at("2026-11-19T23:00:00Z")).isEqualByComparingTo("1.1");
        assertThat(shown().get("history")).asString()
                .isEqualTo("[{factor=0.97, validFrom=null}, {factor=1.02, validFrom=2026-11-01}]");

        write(document("1.03", "2026-11-01"));
        assertThat(at("2026-11-22T00:00:00Z")).as("what begins no earlier is replaced").isEqualByComparingTo("1.03");
        assertThat(at("2026-10-01T00:00:00Z")).isEqualByComparingTo("0.97");
    }

    @Test
    void whatIsReadCanBeWrittenAgainUnchangedAlsoLater() {
        write(document("0.97", null));
        write(document("1.02", "2026-11-01"));
        Map<String, Object> first = shown();
        CorrectionFactors factors = component.factors();
        assertThat(write(first)).isEmpty();
        assertThat(shown()).isEqualTo(first);
        assertThat(component.factors()).isEqualTo(factors);

        // A revision that is restored, a backup: the steps in force then have no say.
        write(document("0.8", "2026-01-01"));
        assertThat(write(first)).isEmpty();
        assertThat(shown()).isEqualTo(first);
        assertThat(component.factors()).isEqualTo(factors);
    }

    @Test
    void onlyTheNewestIsChangedInWhatWasRead() {
        write(document("0.97", null));
        Map<String, Object> edited = shown();
        edited.put("factor", new BigDecimal("1.02"));
        edited.put("validFrom", "2026-11-01");
        assertThat(write(edited)).isEmpty();
        assertThat(at("2026-10-01T00:00:00Z")).isEqualByComparingTo("0.97");
        assertThat(at("2026-11-02T00:00:00Z")).isEqualByComparingTo("1.02");
        edited = shown();
        edited.put("validFrom", null);
        assertThat(write(edited)).isEmpty();
        assertThat(component.factors()).isEqualTo(CorrectionFactors.always(new BigDecimal("1.02")));
    }

    @Test
    void aRestartReadsTheSameFromTheConfiguration() {
        write(document("0.97", null));
        write(document("1.02", "2026-11-01"));
        CalibrationComponent next = new CalibrationComponent(clock, Paths.flat(component.document().map()));
        assertThat(next.factors()).isEqualTo(component.factors());
        // A file that somebody wrote by hand, all values texts.
        CalibrationComponent file = new CalibrationComponent(
                clock, Map.of("factor", "0.95", "validFrom", "2026-11-01", "component.id", 7L));
        assertThat(file.document().steps()).hasSize(2);
        assertThat(file.factors().at(clock.now().getEpochSecond())).isEqualByComparingTo("0.95");
    }

    @Test
    void aConfigurationThatIsNotValidChangesNothing() {
        write(document("0.97", null));
        component.modified(Map.of("factor", "3"));
        assertThat(component.factors()).isEqualTo(CorrectionFactors.always(new BigDecimal("0.97")));
    }

    @Test
    void theDaysBeginWhereTheZoneSays() {
        write(document("0.97", "2026-11-01"));
        clock.zone("America/New_York");
        assertThat(at("2026-11-01T03:59:59Z")).isEqualByComparingTo("1");
        assertThat(at("2026-11-01T04:00:00Z")).isEqualByComparingTo("0.97");
    }

    @Test
    void everyFaultIsToldBesideItsFieldInBothLanguages() {
        Map<String, Object> document = document("1.6", "1969-12-31");
        document.put("steps", List.of(document("0.49", "2026-11-01"), document("1.1234567", "2026-11-01"), document("1", null)));
        document.put("facotr", 1);
        List<Fault> faults = write(document);
        assertThat(faults).extracting(Fault::field).containsExactlyInAnyOrder("factor", "validFrom", "steps[0].factor",
                "steps[1].factor", "steps[1].validFrom", "steps[2].validFrom", "facotr");
        for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            assertThat(faults).allSatisfy(fault -> assertThat(fault.message().in(locale)).isNotBlank().doesNotContain("{"));
        }
        assertThat(faults.stream().filter(fault -> fault.field().equals("factor")).findFirst().orElseThrow().message()
                .in(Locale.GERMAN)).isEqualTo("Muss zwischen 0,5 und 1,5 liegen.");
        assertThat(write(document("1.1234567", null))).extracting(fault -> fault.message().in(Locale.GERMAN))
                .containsExactly("Höchstens 6 Nachkommastellen.");
        assertThat(component.factors().neutral()).as("nothing is half taken").isTrue();
        assertThat(write(document("0.50", null))).isEmpty();
        assertThat(write(document("1.500000", null))).isEmpty();
    }

    @Test
    void theTextsHaveEqualKeys() {
        assertThat(Translations.of(CalibrationDocument.class, Locale.GERMAN).keys())
                .isEqualTo(Translations.of(CalibrationDocument.class, Locale.ENGLISH).keys());
    }
}
