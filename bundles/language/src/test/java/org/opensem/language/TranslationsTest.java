package org.opensem.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

/** Texts by language; nothing stays untranslated (E2). */
class TranslationsTest {

    @Test
    void germanIsReadAsUtf8AndEverythingElseIsEnglish() {
        assertThat(german("de-CH").get("back")).isEqualTo("Zurück");
        assertThat(german("en-US").get("back")).isEqualTo("Back");
        assertThat(german("ja").get("back")).isEqualTo("Back");
    }

    private static Translations german(String tag) {
        return Translations.of(TranslationsTest.class, Locale.forLanguageTag(tag));
    }

    @Test
    void valuesArePutInAsTheyAre() {
        assertThat(german("de").get("said", "{1}", "it's")).isEqualTo("Es sagt: it's, it's");
    }

    @Test
    void aMissingKeyOrFileIsAFault() {
        assertThatThrownBy(() -> german("en").get("nothing")).isInstanceOf(MissingResourceException.class);
        assertThatThrownBy(() -> Translations.of(String.class, Locale.UK)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMessageIsWrittenInItsReadersLanguage() {
        Message message = Message.of(TranslationsTest.class, "said", 1234.5, LocalDate.of(2026, 11, 22));
        assertThat(message.in(Locale.GERMANY)).isEqualTo("Es sagt: 1.234,5, 22.11.2026");
        assertThat(message.in(Locale.US)).isEqualTo("It says: 1,234.5, 11/22/2026");
        Message within = Message.of(TranslationsTest.class, "said", Message.of(TranslationsTest.class, "back"),
                LocalTime.of(20, 47));
        assertThat(within.in(Locale.GERMANY)).isEqualTo("Es sagt: Zurück, 20:47");
        assertThat(Message.plain("SEM-1a2b3c").in(Locale.UK)).isEqualTo("SEM-1a2b3c");
    }
}
