package org.opensem.web.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.settings.Paths;
import org.opensem.settings.Revision;

/** What a saving changed, as lines for people: {@code Abschlag: 90,00 → 98,00}. */
final class Changes {
    private Changes() {}

    /** @param before null if nothing was saved before */
    static List<String> between(Revision before, Revision after, int most, UnaryOperator<String> names, FieldGuide guide,
            Formats formats, Translations texts) {
        if (before == null) {
            return List.of();
        }
        Map<String, Object> old = Paths.flat(before.document());
        Map<String, Object> now = Paths.flat(after.document());
        Set<String> paths = new LinkedHashSet<>(now.keySet());
        paths.addAll(old.keySet());
        paths.removeIf(path -> Trees.same(old.get(path), now.get(path)));
        List<String> lines = new ArrayList<>();
        for (String path : paths) {
            if (lines.size() == most) {
                lines.add(texts.get("history.more", paths.size() - most));
                break;
            }
            lines.add(texts.get("history.change", names.apply(path), value(path, old, guide, formats), value(path, now, guide, formats)));
        }
        return lines;
    }

    private static String value(String path, Map<String, Object> document, FieldGuide guide, Formats formats) {
        Object value = document.get(path);
        return value == null ? "\u2013" : guide.value(path, value, formats);
    }
}
