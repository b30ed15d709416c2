package org.opensem.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One pass over a document finds every fault of it (bad input is told beside its field). */
class FieldsTest {
    private enum Kind {
        ONE,
        TWO_PARTS
    }

    private static List<String> texts(Fields fields) {
        return fields.faults().stream().map(fault -> fault.field() + ": " + fault.message().in(Locale.UK)).toList();
    }

    @Test
    void readsWhatJsonHas() {
        Fields fields = Fields.of(Map.of("name", " Kettle ", "price", new BigDecimal("0.36"), "on", true, "days", 31,
                "from", "2026-11-22", "at", "24:00", "kind", "two-parts", "tiers", List.of(Map.of("fromKwh", 0))));

        assertThat(fields.text("name")).contains("Kettle");
        assertThat(fields.number("price", "0", "10")).contains(new BigDecimal("0.36"));
        assertThat(fields.flag("on", false)).isTrue();
        assertThat(fields.integer("days", 1, 3660, 7)).isEqualTo(31);
        assertThat(fields.date("from")).contains(LocalDate.of(2026, 11, 22));
        assertThat(fields.time("at")).contains(LocalTime.MIDNIGHT);
        assertThat(fields.choice("kind", Kind.class, Kind.ONE)).isEqualTo(Kind.TWO_PARTS);
        assertThat(fields.parts("tiers", 4)).hasSize(1)
                .allSatisfy(tier -> assertThat(tier.integer("fromKwh", 0, 9, 5)).isZero());
        assertThat(fields.faults()).isEmpty();
    }

    @Test
    void readsTheSameFromProperties() {
        Fields fields = Fields.ofProperties(Map.of("tiers[1].price", "0.30", "tiers[0].price", "0.36", "days", "MO, TU", "on",
                "TRUE"));

        assertThat(fields.parts("tiers", 4).stream().map(tier -> tier.number("price", "0", "1").orElseThrow()))
                .containsExactly(new BigDecimal("0.36"), new BigDecimal("0.30"));
        assertThat(fields.texts("days", 7)).containsExactly("MO", "TU");
        assertThat(fields.flag("on", false)).isTrue();
        assertThat(fields.faults()).isEmpty();
    }

    @Test
    void namesEveryFaultWithItsPath() {
        Fields fields = Fields.of(Map.of("days", "many", "on", "yes", "from", "22.11.2026", "kind", "three", "extra", 1,
                "tiers", List.of(Map.of("price", 11), "no object"), "name", "abcdef", "list", true, "whole", 1.5));
        fields.integer("days", 1, 31, 7);
        fields.flag("on", true);
        fields.date("from");
        fields.choice("kind", Kind.class, Kind.ONE);
        fields.parts("tiers", 4).forEach(tier -> tier.number("price", "0", "10"));
        fields.text("name", 3, "");
        fields.texts("list", 3);
        fields.integer("whole", 1, 2, 1);
        fields.required("zone", fields.text("zone"), "");

        assertThat(texts(fields)).containsExactlyInAnyOrder(
                "days: Is not a number.", "on: Must be true or false.", "from: Is not a date such as 2026-11-22.",
                "kind: Must be one of: one, two-parts.", "tiers[0].price: Must lie between 0 and 10.",
                "tiers[1]: Must be an object with fields of its own.", "name: At most 3 characters.", "list: Must be a list.",
                "whole: Must be a whole number.", "zone: Is missing.", "extra: There is no such field.");
        assertThat(fields.faults().getFirst().message().in(Locale.GERMANY)).isEqualTo("Ist keine Zahl.");
    }

    @Test
    void aNumberThatIsWrongIsNotMissingToo() {
        Fields fields = Fields.of(Map.of("price", "x"));
        assertThat(fields.required("price", fields.number("price", "0", "1"), BigDecimal.ZERO)).isZero();
        assertThat(texts(fields)).containsExactly("price: Is not a number.");
    }

    @Test
    void absurdNumbersAreRefusedBeforeTheyAreWorkedWith() {
        Fields fields = Fields.of(Map.of("a", "1e999999999", "b", "1".repeat(10_000), "c", "NaN"));
        for (String name : List.of("a", "b", "c")) {
            assertThat(fields.number(name, "0", "1")).isEqualTo(Optional.empty());
        }
        assertThat(fields.faults()).hasSize(3);
    }

    @Test
    void aNumberOfJsonIsNotWrittenOutEither() {
        Fields fields = Fields.of(Map.of("a", new BigDecimal("1e999999999"), "b", new BigDecimal("1e-999999999"),
                "name", new BigDecimal("1e999999999"), "c", new BigDecimal("1e2")));
        assertThat(fields.number("a", "0", "1")).isEmpty();
        assertThat(fields.number("b", "0", "1")).isEmpty();
        assertThat(fields.text("name", 20, "")).isEqualTo("1E+999999999");
        assertThat(fields.text("c")).contains("100");
        assertThat(texts(fields)).containsExactly("a: Is not a number.", "b: Is not a number.");
    }

    @Test
    void whatBelongsToSomebodyElseIsToldFromFaults() {
        Fields fields = Fields.ofProperties(
                Map.of("name", "Kettle", "days", "many", "service.pid", "org.opensem.x", "other", "1"));
        fields.text("name");
        fields.integer("days", 1, 31, 7);
        assertThat(fields.asked()).containsExactlyInAnyOrder("name", "days");
        assertThat(fields.faultsOfKnown()).extracting(Fault::field).containsExactly("days");
        assertThat(fields.faults()).extracting(Fault::field).containsExactlyInAnyOrder("days", "other", "service");
    }

    @Test
    void namesOfAGroupAreSafeAsFilesAndPaths() {
        assertThat(new SettingsDescriptor("mail", "org.opensem.mail", 60, Set.of("server.password")).secrets())
                .containsExactly("server.password");
        assertThatThrownBy(() -> new SettingsDescriptor("Mail", "org.opensem.mail", 60))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SettingsDescriptor("mail", "../mail", 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SettingsDescriptor("mail", "org..mail", 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SettingsDescriptor("mail", "org.opensem.mail", 60, Set.of("accounts[0].password")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blankIsMissingAndShownFieldsMayBeIgnored() {
        Fields fields = Fields.of(Map.of("name", "  ", "history", List.of()));
        fields.ignore(List.of("history"));
        assertThat(fields.text("name", 10, "default")).isEqualTo("default");
        assertThat(fields.faults()).isEmpty();
    }
}
