package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.web.Translations;

/** German, US and British English from the start (E2). */
class LanguagesTest {

    @Test
    void theBrowserSaysWhich() {
        assertThat(Languages.preferred(List.of(Locale.forLanguageTag("de-AT")))).isEqualTo(Locale.GERMANY);
        assertThat(Languages.preferred(List.of(Locale.FRANCE, Locale.GERMAN))).isEqualTo(Locale.GERMANY);
        assertThat(Languages.preferred(List.of(Locale.US, Locale.GERMANY))).isEqualTo(Locale.US);
        assertThat(Languages.preferred(List.of(Locale.ENGLISH))).isEqualTo(Locale.US);
        assertThat(Languages.preferred(List.of(Locale.forLanguageTag("en-AU")))).isEqualTo(Locale.UK);
        assertThat(Languages.preferred(List.of(Locale.JAPAN))).isEqualTo(Locale.UK);
    }

    @Test
    void theParameterWinsOverTheCookieAndTheCookieOverTheBrowser() {
        Cookie cookie = new Cookie(Languages.COOKIE, "en-GB");
        assertThat(Languages.of(Fakes.request(Locale.GERMANY, Map.of()))).isEqualTo(Locale.GERMANY);
        assertThat(Languages.of(Fakes.request(Locale.GERMANY, Map.of(), cookie))).isEqualTo(Locale.UK);
        assertThat(Languages.of(Fakes.request(Locale.GERMANY, Map.of("lang", "en-US"), cookie))).isEqualTo(Locale.US);
    }

    @Test
    void nonsenseIsPassedOver() {
        assertThat(Languages.of(Fakes.request(Locale.GERMANY, Map.of("lang", "<script>")))).isEqualTo(Locale.GERMANY);
        assertThat(Languages.asked("fr")).isEmpty();
        assertThat(Languages.asked(null)).isEmpty();
    }

    @Test
    void everyTextOfTheConsoleIsThereInBothLanguages() {
        Translations german = Texts.of(Locale.GERMANY);
        assertThat(german.keys()).isNotEmpty().isEqualTo(Texts.of(Locale.UK).keys());
        assertThat(german.keys()).allSatisfy(key -> assertThat(german.get(key)).isNotBlank().doesNotContain("!"));
    }
}
