package org.opensem.itests.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** WCAG 2.2 AA by axe-core. */
final class Axe {
    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String SCRIPT = script();
    private static final String RUN = """
            async ([tags, modal]) => {
              const rules = modal ? { 'aria-hidden-focus': { enabled: false } } : {};
              const found = await axe.run({ runOnly: { type: 'tag', values: tags }, rules });
              if (found.passes.length < 10) throw new Error('axe-core has examined next to nothing');
              return found.violations.filter((rule) => ['serious', 'critical'].includes(rule.impact)).map((rule) =>
                `${rule.id}: ${rule.nodes.slice(0, 3).map((node) => `${node.html} at ${node.target}: ${node.failureSummary}`)
                        .join(' | ')}`);
            }""";

    private Axe() {}

    /** The script of axe-core, which evaluates in a page past its Content-Security-Policy. */
    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The serious and critical findings of a page as it is now. */
    static List<String> findings(Page page) {
        return findings(page, false);
    }

    /**
     * The same.
     *
     * @param modal whether something is open that keeps the focus inside: Vaadin hides all else from screen readers then, of
     *     which axe-core would say that the focus could still go there
     */
    @SuppressWarnings("unchecked")
    static List<String> findings(Page page, boolean modal) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(RUN, List.of(STANDARDS, modal));
    }
}
