package org.opensem.web.settings.internal.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.language.Message;
import org.opensem.web.settings.Draft;
import org.opensem.web.settings.Draft.Unreadable;
import org.opensem.web.settings.internal.tariff.Timeline.Entry;
import org.opensem.web.settings.internal.tariff.Timeline.State;

/** Versions by date: a price rise does not rewrite last year (E3). */
class TariffDraftTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private final Draft draft = new Draft(Map.of("currency", "EUR", "lastYearKwh", 3412, "versions", List.of(
            version("2024-01-01", "0.3190"), version("2025-01-01", "0.3310"), version("2026-01-01", "0.3420"),
            version("2027-01-01", "0.3560"))));
    private final TariffDraft tariff = new TariffDraft(draft);
    private final TariffWords words = new TariffWords(Locale.GERMANY);

    static Map<String, Object> version(String from, String price) {
        return Map.of("validFrom", from, "instalment", "98.00", "rates", 1, "basePricePer", "month",
                "tiers", List.of(Map.of("fromKwh", 0, "basePrice", "10.90", "highPrice", price)));
    }

    private List<String> titles() {
        return Timeline.of(tariff, TODAY).stream().map(entry -> entry.title(words) + ", " + entry.note(words)).toList();
    }

    @Test
    void theTimelineTellsPastNowAndPlanned() {
        assertThat(titles()).containsExactly("2024, bis 31.12.2024", "2025, bis 31.12.2025", "seit 1. Januar 2026, gilt jetzt",
                "ab 1. Januar 2027, geplant");
        assertThat(tariff.on(TODAY)).isEqualTo(2);
        assertThat(tariff.on(LocalDate.of(2023, 12, 31))).isEqualTo(-1);
        assertThat(tariff.until(1)).hasValue(LocalDate.of(2025, 12, 31));
        assertThat(tariff.until(3)).isEmpty();
    }

    @Test
    void aNewPriceTakesOverWhatHeldUntilThen() {
        int added = tariff.add(LocalDate.of(2025, 7, 1));

        assertThat(added).isEqualTo(2);
        assertThat(tariff.price(added, "highPrice")).hasValue(new BigDecimal("0.3310"));
        assertThat(titles()).containsExactly("2024, bis 31.12.2024", "ab 1. Januar 2025, bis 30.06.2025", "ab 1. Juli 2025, bis 31.12.2025",
                "seit 1. Januar 2026, gilt jetzt", "ab 1. Januar 2027, geplant");
        draft.put(TariffDraft.tier(added, 0) + ".highPrice", new BigDecimal("0.40"));
        assertThat(tariff.price(1, "highPrice")).as("the earlier one keeps its own").hasValue(new BigDecimal("0.3310"));
    }

    @Test
    void aPriceBeforeAllOthersTakesOverTheFirst() {
        assertThat(tariff.add(LocalDate.of(2020, 1, 1))).isZero();
        assertThat(tariff.versions()).isEqualTo(5);
        assertThat(tariff.hasFrom(LocalDate.of(2020, 1, 1))).isTrue();
        assertThat(tariff.hasFrom(LocalDate.of(2020, 1, 2))).isFalse();
    }

    @Test
    void theVeryFirstPriceIsEmpty() {
        TariffDraft none = new TariffDraft(new Draft(Map.of()));

        assertThat(none.add(TODAY)).isZero();
        assertThat(none.tiers(0)).isEqualTo(1);
        assertThat(none.price(0, "highPrice")).isEmpty();
        assertThat(none.currency().getCurrencyCode()).isEqualTo("EUR");
    }

    @Test
    void anotherDayMovesTheVersion() {
        draft.put("versions[3].validFrom", "2023-05-01");
        assertThat(tariff.sort(3)).isZero();
        assertThat(tariff.price(0, "highPrice")).hasValue(new BigDecimal("0.3560"));

        draft.put("versions[0].validFrom", new Unreadable("x", Message.plain("No date.")));
        assertThat(tariff.sort(0)).as("without a day last").isEqualTo(3);
        assertThat(Timeline.of(tariff, TODAY)).extracting(Entry::state).endsWith(State.NOW, State.OPEN);
        assertThat(titles()).last().asString().startsWith("ohne Datum");
    }

    @Test
    void aVersionThatGoesLeavesTheOneBeforeInForce() {
        tariff.remove(2);
        assertThat(tariff.on(TODAY)).isEqualTo(1);
        assertThat(titles().get(1)).isEqualTo("seit 1. Januar 2025, gilt jetzt");
    }

    @Test
    void lastYearChoosesTheTierForAllKilowattHours() {
        tariff.addTier(2);
        draft.put("versions[2].tiers[1].fromKwh", 3412);
        draft.put("versions[2].tiers[1].highPrice", "0.3290");
        assertThat(tariff.appliedTier(2)).as("inclusive").isEqualTo(1);
        assertThat(tariff.price(2, "highPrice")).hasValue(new BigDecimal("0.3290"));

        draft.put("lastYearKwh", 3411);
        assertThat(tariff.appliedTier(2)).isZero();
        draft.put("lastYearKwh", null);
        assertThat(tariff.appliedTier(2)).isZero();
        tariff.removeTier(2, 0);
        assertThat(tariff.tiers(2)).isEqualTo(1);
    }

    @Test
    void theListTellsWhatHolds() {
        assertThat(TariffSection.summary(draft.document(), TODAY, Locale.GERMANY)).isEqualTo("gilt seit 1. Januar 2026");
        assertThat(TariffSection.summary(draft.document(), LocalDate.of(2023, 1, 1), Locale.UK)).isEqualTo("holds from 1 January 2024");
        assertThat(TariffSection.summary(Map.of(), TODAY, Locale.GERMANY)).isEqualTo("noch kein Preis");
    }

    @Test
    void fieldsOfOtherVersionsHaveNames() {
        TariffGuide guide = new TariffGuide(words, () -> tariff, () -> new Units(tariff.currency(), words.formats(), words.texts()),
                (version, window) -> { });

        assertThat(guide.name("versions[3].tiers[0].highPrice")).isEqualTo("ab 1. Januar 2027: Staffel 1, Hochtarif");
        assertThat(guide.name("versions[0].lowRateWindows[2].from")).isEqualTo("ab 1. Januar 2024: Niedertarifzeiten");
        assertThat(guide.name("versions[0].lowRateWindows[2].days[0]")).isEqualTo("ab 1. Januar 2024: Niedertarifzeiten");
        assertThat(guide.name("versions[1].instalment")).isEqualTo("ab 1. Januar 2025: Abschlag");
        assertThat(guide.name("lastYearKwh")).isEqualTo("Verbrauch im Vorjahr");
        assertThat(guide.name("other.field")).isEqualTo("other.field");
        assertThat(guide.value("versions[3].tiers[0].highPrice", "0.3560", words.formats())).isEqualTo("35,60\u00a0ct/kWh");
        assertThat(guide.value("versions[3].instalment", "98.00", words.formats())).isEqualTo("98,00\u00a0€");
        assertThat(guide.value("versions[3].validFrom", "2027-01-01", words.formats())).isEqualTo("01.01.2027");
        assertThat(guide.value("lastYearKwh", 3412, words.formats())).isEqualTo("3.412");
    }
}
