package org.opensem.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A document and its flat properties say the same. */
class PathsTest {

    @Test
    void thereAndBack() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("currency", "EUR");
        document.put("versions", List.of(
                Map.of("validFrom", "2026-01-01", "tiers", List.of(Map.of("price", "0.36"), Map.of("price", "0.30"))),
                Map.of("validFrom", "2027-01-01", "tiers", List.of(Map.of("price", "0.31")))));

        Map<String, Object> flat = Paths.flat(document);

        assertThat(flat).containsEntry("versions[0].tiers[1].price", "0.30").containsEntry("currency", "EUR").hasSize(6);
        assertThat(Paths.tree(flat)).isEqualTo(document);
    }

    @Test
    void nothingIsLeftOut() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("none", null);
        document.put("empty", List.of());
        assertThat(Paths.flat(document)).isEmpty();
    }

    @Test
    void holesCloseUpAndTheOrderIsThatOfTheIndexes() {
        assertThat(Paths.tree(Map.of("days[10]", "c", "days[2]", "b", "days[0]", "a")))
                .isEqualTo(Map.of("days", List.of("a", "b", "c")));
    }

    @Test
    void whatIsNoPathStaysAName() {
        assertThat(Paths.tree(Map.of("[0]", "a"))).isEqualTo(Map.of("[0]", "a"));
        assertThat(Paths.tree(Map.of("", "a"))).isEqualTo(Map.of("", "a"));
    }
}
