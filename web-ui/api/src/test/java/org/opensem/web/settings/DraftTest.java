package org.opensem.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensem.language.Message;
import org.opensem.settings.Fault;
import org.opensem.web.settings.Draft.Unreadable;

/** A document while it is edited: nothing half saved, faults where they belong (E3). */
class DraftTest {
    private final Map<String, Object> saved = Map.of("currency", "EUR", "tiers", List.of(
            Map.of("fromKwh", 0, "highPrice", new BigDecimal("0.3420")), Map.of("fromKwh", 3000, "highPrice", "0.32")));
    private Draft draft;

    @BeforeEach
    void begin() {
        draft = new Draft(saved);
    }

    @Test
    void isReachedByPaths() {
        assertThat(draft.text("currency")).hasValue("EUR");
        assertThat(draft.number("tiers[1].highPrice")).hasValue(new BigDecimal("0.32"));
        assertThat(draft.size("tiers")).isEqualTo(2);
        assertThat(draft.get("tiers[2].fromKwh")).isEmpty();
        assertThat(draft.get("currency.name")).isEmpty();
        assertThatThrownBy(() -> draft.get("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isChangedOnlyByAnotherValue() {
        assertThat(draft.isChanged()).isFalse();
        draft.put("tiers[0].highPrice", "0.342");
        draft.put("tiers[0].lowPrice", null);
        draft.put("windows", List.of());
        assertThat(draft.isChanged()).as("the same number, empty fields").isFalse();

        draft.put("tiers[0].highPrice", new BigDecimal("0.343"));
        assertThat(draft.isChanged()).isTrue();
        draft.put("tiers[0].highPrice", new BigDecimal("0.34200"));
        assertThat(draft.isChanged()).as("put back").isFalse();
        draft.remove("tiers[1]");
        assertThat(draft.isChanged()).isTrue();
    }

    @Test
    void listsGrowAndCloseUp() {
        draft.put("tiers[2].fromKwh", new BigDecimal("5000"));
        draft.put("windows[0].days[0]", "MO");
        draft.remove("tiers[0]");

        assertThat(draft.size("tiers")).isEqualTo(2);
        assertThat(draft.number("tiers[1].fromKwh")).hasValue(new BigDecimal("5000"));
        assertThat(draft.document()).containsEntry("windows", List.of(Map.of("days", List.of("MO"))));
        draft.remove("windows");
        draft.remove("tiers[7]");
        assertThat(draft.document()).doesNotContainKey("windows");
    }

    @Test
    void whatCannotBeReadStaysWithItsFaultAndMovesWithItsRow() {
        Message fault = Message.plain("Is not a number.");
        draft.put("tiers[1].fromKwh", new Unreadable("3o00", fault));

        assertThat(draft.unreadable()).containsExactly(new Fault("tiers[1].fromKwh", fault));
        assertThat(draft.number("tiers[1].fromKwh")).isEmpty();
        assertThat(draft.document()).extracting("tiers").asInstanceOf(LIST).last()
                .isEqualTo(Map.of("highPrice", "0.32"));
        assertThat(draft.isChanged()).isTrue();

        draft.remove("tiers[0]");
        assertThat(draft.unreadable()).extracting(Fault::field).containsExactly("tiers[0].fromKwh");
    }

    @Test
    void leavesWhatIsSavedAlone() {
        draft.put("tiers[0].fromKwh", 1);
        Map<String, Object> document = draft.document();
        draft.put("tiers[0].fromKwh", 2);

        assertThat(saved).isEqualTo(new Draft(saved).document());
        assertThat(document).extracting("tiers").asInstanceOf(LIST).first()
                .extracting("fromKwh").isEqualTo(1);
    }
}
