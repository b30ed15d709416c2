package org.opensem.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** German, US and British English (E2). */
class LanguagesTest {

    @Test
    void theFirstOfTheWantedOnesThatWeSpeak() {
        assertThat(Languages.preferred(List.of(Locale.forLanguageTag("de-AT")))).isEqualTo(Locale.GERMANY);
        assertThat(Languages.preferred(List.of(Locale.FRANCE, Locale.GERMAN))).isEqualTo(Locale.GERMANY);
        assertThat(Languages.preferred(List.of(Locale.US, Locale.GERMANY))).isEqualTo(Locale.US);
        assertThat(Languages.preferred(List.of(Locale.ENGLISH))).isEqualTo(Locale.US);
        assertThat(Languages.preferred(List.of(Locale.forLanguageTag("en-AU")))).isEqualTo(Locale.UK);
        assertThat(Languages.preferred(List.of(Locale.JAPAN))).isEqualTo(Locale.UK);
        assertThat(Languages.preferred(List.of())).isEqualTo(Locale.UK);
    }

    @Test
    void nonsenseNamesNone() {
        assertThat(Languages.named("de")).contains(Locale.GERMANY);
        assertThat(Languages.named("en-gb")).contains(Locale.UK);
        assertThat(Languages.named("fr")).isEmpty();
        assertThat(Languages.named("<script>")).isEmpty();
        assertThat(Languages.named(null)).isEmpty();
    }
}
