package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opensem.language.Translations;

/** German, US and British English from the start (E2). */
class BrowserLanguageTest {

    @Test
    void theParameterWinsOverTheCookieAndTheCookieOverTheBrowser() {
        Cookie cookie = new Cookie(BrowserLanguage.COOKIE, "en-GB");
        assertThat(BrowserLanguage.of(Fakes.request(Locale.GERMANY, Map.of()))).isEqualTo(Locale.GERMANY);
        assertThat(BrowserLanguage.of(Fakes.request(Locale.GERMANY, Map.of(), cookie))).isEqualTo(Locale.UK);
        assertThat(BrowserLanguage.of(Fakes.request(Locale.GERMANY, Map.of("lang", "en-US"), cookie))).isEqualTo(Locale.US);
    }

    @Test
    void nonsenseIsPassedOver() {
        assertThat(BrowserLanguage.of(Fakes.request(Locale.GERMANY, Map.of("lang", "<script>")))).isEqualTo(Locale.GERMANY);
    }

    @Test
    void everyTextOfTheConsoleIsThereInBothLanguages() {
        Translations german = Texts.of(Locale.GERMANY);
        assertThat(german.keys()).isNotEmpty().isEqualTo(Texts.of(Locale.UK).keys());
        assertThat(german.keys()).allSatisfy(key -> assertThat(german.get(key)).isNotBlank().doesNotContain("!"));
    }
}
