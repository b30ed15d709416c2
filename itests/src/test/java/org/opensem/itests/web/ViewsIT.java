package org.opensem.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;
import org.opensem.itests.SharedDistribution;

/**
 * What holds for every view that the menu leads to: WCAG 2.2 AA by axe-core, in light and dark, on a wide screen and on a phone;
 * and nothing is left untranslated (E2): a text that stands on the German page and on the English one alike, and has a word in it,
 * is one that nobody translated, unless it is a name or a unit.
 */
@ExtendWith(SharedDistribution.class)
class ViewsIT extends ConsolePages {
    /** Words that are the same in both languages. */
    private static final Set<String> SAME = Set.of("opensem", "home", "budget", "live", "w", "kw", "kwh", "co", "co2", "l1", "l2",
            "l3", "min", "s", "h", "d", "sem", "csv", "pdf", "ct", "eur", "usd", "gbp", "g", "kg", "ntp", "minimum", "maximum", "november",
            "september", "april", "august", "nov", "sept", "jan", "feb", "apr", "aug", "am", "pm", "tariff", "name", "standby", "in", "by",
            "utc", "europe", "berlin", "german", "deutsch", "english", "us", "gb", "system", "version", "http", "l", "phase");
    private static final String TEXTS = """
            () => {
              const found = new Set();
              const walk = (root) => {
                for (const node of root.querySelectorAll('*')) {
                  if (node.shadowRoot) walk(node.shadowRoot);
                  if (['SCRIPT', 'STYLE'].includes(node.tagName) || !node.checkVisibility?.()) continue;
                  for (const child of node.childNodes) {
                    if (child.nodeType === 3) found.add(child.textContent.trim());
                  }
                  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
                    if (node.hasAttribute(name)) found.add(node.getAttribute(name).trim());
                  }
                }
              };
              walk(document);
              found.add(document.title);
              return [...found].filter((text) => text);
            }""";
    private static MeasuredHouse house;

    ViewsIT(Browser browser) {
        super(house, browser);
    }

    @BeforeAll
    static void start() {
        house = new MeasuredHouse("views");
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void noViewHasASeriousFinding() {
        List<String> findings = new ArrayList<>();
        for (String path : places()) {
            findings.addAll(examine(path, 1440, 900, "de-DE", ColorScheme.LIGHT));
            findings.addAll(examine(path, 1440, 900, "en-US", ColorScheme.DARK));
            findings.addAll(examine(path, 390, 844, "de-DE", ColorScheme.DARK));
        }
        assertThat(findings).isEmpty();
    }

    private List<String> examine(String path, int width, int height, String locale, ColorScheme scheme) {
        Page page = open(path, width, height, locale, scheme);
        List<String> findings = Axe.findings(page);
        close(page);
        return findings.stream().map(finding -> path + " " + width + " " + scheme + ": " + finding).toList();
    }

    @Test
    void noViewScrollsSidewaysOnASmallPhone() {
        List<String> wide = places().stream().filter(path -> {
            Page page = open(path, 360, 740, "de-DE");
            boolean fits = (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
            close(page);
            return !fits;
        }).toList();
        assertThat(wide).isEmpty();
    }

    @Test
    void nothingIsLeftUntranslated() {
        Map<String, Set<String>> suspicious = new LinkedHashMap<>();
        for (String path : places()) {
            Set<String> german = texts(path, "de-DE");
            assertThat(german).as(path).hasSizeGreaterThan(10);
            german.retainAll(texts(path, "en-GB"));
            german.removeIf(ViewsIT::isSame);
            if (!german.isEmpty()) {
                suspicious.put(path, german);
            }
        }
        assertThat(suspicious).isEmpty();
    }

    private Set<String> texts(String path, String locale) {
        Page page = open(path, 1440, 900, locale, ColorScheme.LIGHT);
        @SuppressWarnings("unchecked")
        List<String> texts = (List<String>) page.evaluate(TEXTS);
        close(page);
        return new TreeSet<>(texts);
    }

    private static boolean isSame(String text) {
        return List.of(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}0-9]+")).stream()
                .allMatch(word -> word.isEmpty() || word.chars().allMatch(Character::isDigit) || SAME.contains(word));
    }
}
