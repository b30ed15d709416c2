package org.opensem.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The files that keep the settings are properties that people and other programs read (issue 5). */
class TextTest {
    private static final Map<String, String> NASTY = new LinkedHashMap<>(Map.of(
            "plain", "value", "tiers[0].price", "0.36", "with space", " leading and trailing ", "a=b:c#d!e", "=:#! \\ \t",
            "line", "one\ntwo\r\nthree\\", "umlaut.ß", "Küche 🍳 \u0001", "empty", ""));

    @Test
    void everyTextComesBack() throws Exception {
        String text = PropertyText.format(List.of("head"), NASTY);
        assertThat(PropertyText.parse(text)).isEqualTo(NASTY);
        assertThat(PropertyText.parse(text).keySet()).as("in its order").containsExactlyElementsOf(NASTY.keySet());
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        assertThat(properties).isEqualTo(NASTY);
        assertThat(text).startsWith("# head\n").contains("umlaut.ß = Küche 🍳 \\u0001\n");
    }

    @Test
    void whatIsSavedComesBackWithItsHead() {
        Saved saved = Saved.of(NASTY, Set.of("plain", "tiers"), Map.of("plain", "before"));
        assertThat(Saved.parse(saved.text("org.opensem.room"))).isEqualTo(saved);
        assertThat(Saved.parse(saved.settled().text("org.opensem.room"))).isEqualTo(saved.settled());
        assertThat(saved.edited()).isFalse();
        assertThat(Saved.parse(saved.text("org.opensem.room").replace("0.36", "0.37")).edited()).isTrue();
        assertThat(Saved.parse("name = Hall\n").edited()).as("made by hand").isTrue();
        assertThatThrownBy(() -> Saved.parse("a = \\u12")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHashTellsNamesFromValuesAndNotTheirOrder() {
        assertThat(Saved.hash(Map.of("a", "bc"))).isNotEqualTo(Saved.hash(Map.of("ab", "c")));
        Map<String, String> turned = new LinkedHashMap<>();
        List.copyOf(NASTY.entrySet()).reversed().forEach(entry -> turned.put(entry.getKey(), entry.getValue()));
        assertThat(Saved.hash(turned)).isEqualTo(Saved.hash(NASTY));
    }

    @Test
    void theDataFolderIsTheLaunchersOrBesideTheDistribution() {
        assertThat(DataFolder.of(Map.of("opensem.data", "/var/lib/opensem")::get)).hasToString("/var/lib/opensem");
        assertThat(DataFolder.of(Map.of("karaf.base", "/opt/opensem-1.0.0")::get)).hasToString("/opt/opensem-data");
    }
}
