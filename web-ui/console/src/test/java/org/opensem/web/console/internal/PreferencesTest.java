package org.opensem.web.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

/** The choice of panels is remembered (H1), by the browser: no update loses it. */
class PreferencesTest {

    @Test
    void cookiesAreReadBeforeTheFirstPageIsDrawn() {
        Preferences preferences = new Preferences(new Cookie[] {
            new Cookie("opensem.home.panels", "history%2Coverview"), new Cookie("JSESSIONID", "x")});
        assertThat(preferences.get("home.panels", "all")).isEqualTo("history,overview");
        assertThat(preferences.get("home.unit", "kwh")).isEqualTo("kwh");
    }

    @Test
    void whatIsRememberedIsKnownAtOnce() {
        Preferences preferences = new Preferences(null);
        FakeUi ui = new FakeUi();
        preferences.remember(ui, "home.panels", "history");
        assertThat(ui.scripts).singleElement().asString().contains("opensem.home.panels", "history");
        assertThat(preferences.get("home.panels", "all")).isEqualTo("history");
    }

    @Test
    void otherCharactersAreRefusedAndForgedCookiesPassedOver() {
        Preferences preferences = new Preferences(new Cookie[] {
            new Cookie("opensem.a", "%3Cscript%3E"), new Cookie("opensem.b", "%zz"), new Cookie("opensem.$", "1")});
        assertThat(preferences.get("a", "none")).isEqualTo("none");
        assertThat(preferences.get("b", "none")).isEqualTo("none");
        assertThatThrownBy(() -> preferences.remember(new FakeUi(), "a", "x; path=/evil"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thereIsALimit() {
        Preferences preferences = new Preferences(null);
        for (int i = 0; i < 60; i++) {
            preferences.remember(new FakeUi(), "p" + i, "1");
        }
        assertThatThrownBy(() -> preferences.remember(new FakeUi(), "one-more", "1"))
                .isInstanceOf(IllegalArgumentException.class);
        preferences.remember(new FakeUi(), "p0", "2");
        assertThat(preferences.get("p0", "")).isEqualTo("2");
    }
}
