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
            async (tags) => {
              const found = await axe.run({ runOnly: { type: 'tag', values: tags } });
              if (found.passes.length < 10) throw new Error('axe-core has examined next to nothing');
              return found.violations.filter((rule) => ['serious', 'critical'].includes(rule.impact)).map((rule) =>
                `${rule.id}: ${rule.nodes.slice(0, 3).map((node) => `${node.html} at ${node.target}: ${node.failureSummary}`).join(' | ')}`);
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
    @SuppressWarnings("unchecked")
    static List<String> findings(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(RUN, STANDARDS);
    }
}
