package org.opensem.testkit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensem.settings.Fault;
import org.opensem.settings.Fields;
import org.opensem.settings.Revision;
import org.opensem.settings.SettingsDescriptor;
import org.opensem.settings.SettingsException;
import org.opensem.settings.SettingsGroup;

/** The fake behaves as the settings do, as far as those who show and change them notice (issue 5). */
class InMemorySettingsTest extends SettingsGroupContract {
    private static final class Mail implements SettingsGroup {
        @Override
        public SettingsDescriptor descriptor() {
            return new SettingsDescriptor("mail", "org.opensem.mail", 60, Set.of("password"));
        }

        @Override
        public Map<String, Object> read(Fields fields) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("port", fields.integer("port", 1, 65535, 587));
            document.put("password", fields.text("password", 20, null));
            return document;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("waiting", 2);
        }
    }

    private final InMemorySettings settings = new InMemorySettings(new Mail());

    @Override
    protected SettingsGroup group() {
        return new Mail();
    }

    @Override
    protected List<Map<String, ?>> examples() {
        return List.of(Map.of("port", 25, "password", "secret"));
    }

    @Test
    void whatIsWrittenIsShownWithoutItsSecrets() {
        assertThat(settings.write("mail", Map.of("port", 25, "password", "secret", "waiting", 7), "rest")).isEmpty();
        assertThat(settings.read("mail")).contains(Map.of("port", 25, "passwordSet", true, "waiting", 2));
        assertThat(settings.write("mail", settings.read("mail").orElseThrow(), "rest")).isEmpty();
        assertThat(settings.stored("mail")).containsEntry("password", "secret");
    }

    @Test
    void faultsAndFailuresChangeNothing() {
        assertThat(settings.write("mail", Map.of("port", 0, "x", 1), "rest")).extracting(Fault::field)
                .containsExactly("port", "x");
        settings.failing(true);
        assertThatThrownBy(() -> settings.write("mail", Map.of("port", 25), "rest")).isInstanceOf(SettingsException.class);
        assertThat(settings.read("mail").orElseThrow()).containsEntry("port", 587);
        assertThat(settings.read("news")).isEmpty();
    }

    @Test
    void revisionsComeBackWithTheSecretsOfToday() {
        settings.write("mail", Map.of("port", 25, "password", "one"), "rest");
        settings.write("mail", Map.of("port", 26, "password", "two"), "console");
        assertThat(settings.restore("mail", 1, "rest")).isEmpty();
        assertThat(settings.stored("mail")).isEqualTo(Map.of("port", 25, "password", "two"));
        assertThat(settings.history("mail")).extracting(Revision::origin).containsExactly("restore", "console", "rest");
    }
}
