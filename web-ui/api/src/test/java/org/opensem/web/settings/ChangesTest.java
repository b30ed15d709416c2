package org.opensem.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.language.Formats;
import org.opensem.language.Translations;

/** The history says what each saving changed (E3, issue 5). */
class ChangesTest {
    private static final FieldGuide GUIDE = path -> path;

    private static List<String> between(Map<String, Object> before, Map<String, Object> after, int most) {
        return Changes.between(before, after, most, path -> "<" + path + ">", GUIDE, Formats.of(Locale.GERMANY),
                Translations.of(Changes.class, Locale.GERMANY));
    }

    @Test
    void tellsWhatIsAnotherValueNow() {
        Map<String, Object> before = new HashMap<>(Map.of("price", new BigDecimal("0.30"), "name", "Haus", "rows", List.of(Map.of("at", 1))));
        Map<String, Object> after = Map.of("price", "0.3", "name", "Hof", "rows", List.of(Map.of("at", 2500)));

        assertThat(between(before, after, 9)).containsExactlyInAnyOrder("<name>: Haus → Hof", "<rows[0].at>: 1 → 2.500");
        before.put("zone", "UTC");
        assertThat(between(before, after, 9)).contains("<zone>: UTC → –");
        assertThat(between(after, after, 9)).isEmpty();
    }

    @Test
    void ofListsThatGrewOnlyTheSizes() {
        assertThat(between(Map.of("rows", List.of(Map.of("at", 1))), Map.of("rows", List.of(Map.of("at", 0), Map.of("at", 1))), 9))
                .containsExactly("<rows>: 1 → 2");
    }

    @Test
    void ofManyOnlySome() {
        assertThat(between(Map.of("a", 1, "b", 1, "c", 1), Map.of("a", 2, "b", 2, "c", 2), 2)).hasSize(3).last().isEqualTo("und 1 weitere");
    }
}
