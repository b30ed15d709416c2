package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    void theSettingsWinOverTheBrowserAndLoseAgainstWhatItAskedFor() {
        Cookie cookie = new Cookie(BrowserLanguage.COOKIE, "en-GB");
        HttpServletRequest french = Fakes.request(Locale.FRANCE, Map.of());
        HttpServletRequest remembered = Fakes.request(Locale.FRANCE, Map.of(), cookie);
        BrowserLanguage.configured(french, Optional.of(Locale.GERMANY));
        BrowserLanguage.configured(remembered, Optional.of(Locale.GERMANY));
        assertThat(BrowserLanguage.of(french)).isEqualTo(Locale.GERMANY);
        assertThat(BrowserLanguage.of(remembered)).isEqualTo(Locale.UK);
        BrowserLanguage.configured(french, Optional.empty());
        assertThat(BrowserLanguage.of(french)).isEqualTo(Locale.UK);
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
