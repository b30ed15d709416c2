package org.opensem.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.opensem.web.component.ViewHead;

/** Texts by language; nothing stays untranslated (E2). */
class TranslationsTest {

    @Test
    void everyKeyIsThereInBothLanguages() {
        Translations german = Translations.of(ViewHead.class, Locale.GERMANY);
        Translations english = Translations.of(ViewHead.class, Locale.UK);
        assertThat(german.keys()).isNotEmpty().isEqualTo(english.keys());
        assertThat(german.keys()).allSatisfy(key -> assertThat(german.get(key)).isNotBlank());
    }

    @Test
    void germanIsReadAsUtf8AndEverythingElseIsEnglish() {
        assertThat(Translations.of(ViewHead.class, Locale.forLanguageTag("de-CH")).get("back")).isEqualTo("Zurück");
        assertThat(Translations.of(ViewHead.class, Locale.US).get("back")).isEqualTo("Back");
        assertThat(Translations.of(ViewHead.class, Locale.JAPAN).get("back")).isEqualTo("Back");
    }

    @Test
    void valuesArePutInAsTheyAre() {
        assertThat(Translations.of(TranslationsTest.class, Locale.GERMANY).get("said", "{1}", "it's"))
                .isEqualTo("Es sagt: it's, it's");
    }

    @Test
    void aMissingKeyOrFileIsAFault() {
        assertThatThrownBy(() -> Translations.of(ViewHead.class, Locale.UK).get("nothing"))
                .isInstanceOf(MissingResourceException.class);
        assertThatThrownBy(() -> Translations.of(String.class, Locale.UK)).isInstanceOf(IllegalArgumentException.class);
    }
}
