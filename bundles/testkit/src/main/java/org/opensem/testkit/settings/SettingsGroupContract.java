package org.opensem.testkit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.settings.Fields;
import org.opensem.settings.Paths;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsGroup;

/** What every group of settings must do. Extend it, and give the group and documents that it takes. */
public abstract class SettingsGroupContract {

    /** A fresh group. */
    protected abstract SettingsGroup group();

    /** Documents that it takes, among them one with every field that it has, and one with every secret. */
    protected abstract List<Map<String, ?>> examples();

    private Map<String, Object> read(Fields fields) {
        Map<String, Object> document = group().read(fields);
        assertThat(fields.faults().stream().map(fault -> fault.field() + ": " + fault.message().in(Locale.UK))).as("faults")
                .isEmpty();
        return document;
    }

    /** The empty document, of which everything gets its default, and the examples. */
    private List<Map<String, ?>> documents() {
        List<Map<String, ?>> all = new ArrayList<>(examples());
        assertThat(all).as("examples").isNotEmpty();
        all.add(Map.of());
        return all;
    }

    @Test
    public final void itsNamesAreWellFormed() {
        SettingsDescriptor descriptor = group().descriptor();
        assertThat(descriptor).isEqualTo(group().descriptor());
        assertThat(descriptor.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(descriptor.pid()).matches("[a-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+");
    }

    @Test
    public final void anEmptyDocumentIsReadAsDefaultsWithoutAFault() {
        assertThat(read(Fields.of(Map.of()))).isNotEmpty();
    }

    @Test
    public final void theNormalFormReadAgainIsTheSame() {
        for (Map<String, ?> document : documents()) {
            Map<String, Object> normal = read(Fields.of(document));
            assertThat(read(Fields.of(normal))).as("%s", document).isEqualTo(normal);
        }
    }

    @Test
    public final void theNormalFormHasOnlyWhatJsonHas() {
        documents().forEach(document -> assertPlain(read(Fields.of(document))));
    }

    private static void assertPlain(Object value) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((name, inner) -> {
                assertThat((String) name).matches("[A-Za-z][A-Za-z0-9]*");
                assertPlain(inner);
            });
            case List<?> list -> list.forEach(SettingsGroupContract::assertPlain);
            case null -> { }
            default -> assertThat(value).isInstanceOfAny(String.class, BigDecimal.class, Integer.class, Boolean.class);
        }
    }

    @Test
    public final void propertiesOfAConfigurationAreReadAsTheDocumentWas() {
        for (Map<String, ?> document : documents()) {
            Map<String, Object> normal = read(Fields.of(document));
            Map<String, Object> properties = new LinkedHashMap<>();
            Paths.flat(normal).forEach((path, value) ->
                    properties.put(path, value instanceof BigDecimal number ? number.toPlainString() : value.toString()));
            assertThat(read(Fields.ofProperties(properties))).as("%s", properties).isEqualTo(normal);
        }
    }

    @Test
    public final void itsSecretsAreFieldsWithATextInAnExample() {
        List<Map<String, Object>> flat = examples().stream().map(example -> Paths.flat(read(Fields.of(example)))).toList();
        assertThat(group().descriptor().secrets()).allSatisfy(path ->
                assertThat(flat).anySatisfy(properties -> assertThat(properties.get(path)).isInstanceOf(String.class)));
    }

    @Test
    public final void aFieldThatThereIsNotIsAFaultAndNothingIsThrownWhateverIsWritten() {
        for (Map<String, ?> document : documents()) {
            for (Object nonsense : List.of("\u0000", -1, new BigDecimal("1e99"), true, List.of("x", 1), Map.of("x", List.of()))) {
                Map<String, Object> spoiled = new LinkedHashMap<>(read(Fields.of(document)));
                spoiled.replaceAll((name, value) -> nonsense);
                spoiled.put("noSuchField", nonsense);
                Fields fields = Fields.of(spoiled);
                group().read(fields);
                assertThat(fields.faults()).anySatisfy(fault -> assertThat(fault.field()).isEqualTo("noSuchField"));
                for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
                    assertThat(fields.faults()).allSatisfy(fault -> assertThat(fault.message().in(locale)).isNotBlank());
                }
            }
        }
    }
}
