package org.opensem.itests.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opensem.itests.Browser;

/**
 * Goes through pages once and notes what is wrong with each: by axe-core on a wide screen and on a small phone, in light and
 * dark, what a small phone would scroll sideways, and what is not translated. German, British and American are a page each, that
 * loads place after place, since a fresh one for each takes long.
 */
final class Walk {
    private static final int PHONE = 360;
    private static final String OVERFLOW = """
            () => document.documentElement.scrollWidth <= innerWidth ? ''
              : [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                  .slice(0, 4).map((one) => `${one.tagName}.${one.className}`).join(' ') || 'the page'""";

    private final String url;
    private final Page german;
    private final Page british;
    private final Page american;
    private final List<String> axe = new ArrayList<>();
    private final List<String> wide = new ArrayList<>();
    private final List<String> untranslated = new ArrayList<>();
    private final List<String> mislabelled = new ArrayList<>();
    private final List<String> unseemly = new ArrayList<>();
    private int visited;

    /** What is there when a place has been reached. */
    interface Arrival {
        void await(Page page);
    }

    Walk(String url, Browser browser) {
        this.url = url;
        german = browser.newPage(1440, 900, "de-DE", ColorScheme.LIGHT);
        british = browser.newPage(1440, 900, "en-GB", ColorScheme.DARK);
        american = browser.newPage(PHONE, 740, "en-US", ColorScheme.LIGHT);
    }

    void visit(String path, Arrival arrival) {
        go(german, path, arrival);
        look(path, false);
    }

    /** The same where what is to be looked at has to be opened in the page first. @param modal see {@link Axe#findings} */
    void open(String path, boolean modal, Arrival arrival, Arrival opener) {
        go(german, path, arrival);
        opener.await(german);
        look(path + " opened", modal);
    }

    /** Wide in one scheme and narrow in the other, and the other way round at the next place. */
    private void look(String path, boolean modal) {
        ColorScheme wideIn = visited++ % 2 == 0 ? ColorScheme.LIGHT : ColorScheme.DARK;
        Set<String> words = Texts.of(german);
        Texts.unseemly(words).forEach(text -> unseemly.add(path + ": " + text));
        examine(path, wideIn, modal);
        german.setViewportSize(PHONE, 740);
        settle(german);
        String over = (String) german.evaluate(OVERFLOW);
        if (!over.isEmpty()) {
            wide.add(path + " de: " + over);
        }
        examine(path, wideIn == ColorScheme.LIGHT ? ColorScheme.DARK : ColorScheme.LIGHT, modal);
        german.setViewportSize(1440, 900);
    }

    /** Goes to the same place in English, and compares. */
    void compare(String path, Arrival arrival, boolean inAmerica) {
        Set<String> words = Texts.of(german);
        go(british, path, arrival);
        Texts.untranslated(words, Texts.of(british)).forEach(text -> untranslated.add(path + " en-GB: " + text));
        if (!inAmerica) {
            return;
        }
        go(american, path, arrival);
        Texts.untranslated(words, Texts.of(american)).forEach(text -> untranslated.add(path + " en-US: " + text));
        String over = (String) american.evaluate(OVERFLOW);
        if (!over.isEmpty()) {
            wide.add(path + " en-US: " + over);
        }
    }

    private void go(Page page, String path, Arrival arrival) {
        page.navigate(url + path);
        arrival.await(page);
        String told = (String) page.evaluate("document.documentElement.lang");
        if (!told.startsWith(page == german ? "de" : "en")) {
            mislabelled.add(path + ": " + told);
        }
    }

    /** Until the page has been laid out twice in its new width: charts follow in the frame after. */
    private static void settle(Page page) {
        page.evaluate("() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))");
    }

    private void examine(String path, ColorScheme scheme, boolean modal) {
        // Without motion, so that no colour is on its way from one scheme to the other.
        german.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        settle(german);
        String as = scheme + " " + german.viewportSize().width;
        Axe.findings(german, modal).forEach(finding -> axe.add(path + " " + as + ": " + finding));
    }

    List<String> axe() {
        return axe;
    }

    List<String> wide() {
        return wide;
    }

    List<String> untranslated() {
        return untranslated;
    }

    /** Pages of which a screen reader is told another language than theirs. */
    List<String> mislabelled() {
        return mislabelled;
    }

    List<String> unseemly() {
        return unseemly;
    }

    int visited() {
        return visited;
    }

    Page german() {
        return german;
    }

    void end() {
        german.context().close();
        british.context().close();
        american.context().close();
    }
}
