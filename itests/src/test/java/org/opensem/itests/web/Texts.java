package org.opensem.itests.web;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All that can be read on a page, also by a screen reader, and what it must not say. */
final class Texts {
    /** Words that are the same in both languages. */
    private static final Set<String> SAME = Set.of("opensem", "home", "budget", "live", "w", "kw", "kwh", "co", "co2", "l1", "l2",
            "l3", "min", "s", "h", "d", "sem", "csv", "pdf", "ct", "eur", "usd", "gbp", "g", "kg", "ntp", "minimum", "maximum",
            "november", "september", "april", "august", "nov", "sept", "jan", "feb", "apr", "jun", "jul", "aug", "minute", "hand",
            "https", "am", "pm", "tariff", "name", "standby", "in", "by",
            "utc", "europe", "berlin", "german", "deutsch", "english", "us", "gb", "system", "version", "http", "l", "phase",
            // Names, and what is typed as it stands.
            "simulator", "replay", "localhost", "pool", "org", "time", "cloudflare", "com", "de", "ptb", "ptbtime1", "ptbtime2",
            "ptbtime3", "google", "apple", "curl", "api", "v1", "content", "type", "application", "json", "date", "u", "ft", "tz",
            "total");
    /** Nobody is addressed, and nothing is cried out (design.md, Tone). At the start of a sentence "Sie" is "it" or "they". */
    private static final Pattern UNSEEMLY = Pattern.compile("(?<=[\\p{L},] )(Sie|Ihnen|Ihren?|Ihrem|Ihrer|Ihres)\\b|\\p{L}!");
    private static final String READ = """
            () => {
              const found = new Set();
              const walk = (root) => {
                for (const node of root.querySelectorAll('*')) {
                  if (node.shadowRoot) walk(node.shadowRoot);
                  if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(node.tagName) || !node.checkVisibility?.()) continue;
                  for (const child of node.childNodes) {
                    if (child.nodeType === 3) found.add(child.textContent.trim());
                  }
                  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description']) {
                    if (node.hasAttribute(name)) found.add(node.getAttribute(name).trim());
                  }
                }
              };
              walk(document);
              found.add(document.title);
              return [...found].filter((text) => text);
            }""";

    private Texts() {}

    @SuppressWarnings("unchecked")
    static Set<String> of(Page page) {
        return new TreeSet<>((List<String>) page.evaluate(READ));
    }

    /** What stands on the page of either language, has a word in it and is neither a name nor a unit: nobody translated it. */
    static Set<String> untranslated(Set<String> german, Set<String> english) {
        Set<String> both = new TreeSet<>(german);
        both.retainAll(english);
        both.removeIf(Texts::isSame);
        return both;
    }

    static Set<String> unseemly(Set<String> german) {
        Set<String> found = new TreeSet<>(german);
        found.removeIf(text -> !UNSEEMLY.matcher(text).find());
        return found;
    }

    private static boolean isSame(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9]+")).stream()
                .allMatch(word -> word.isEmpty() || word.chars().allMatch(Character::isDigit) || SAME.contains(word));
    }
}
