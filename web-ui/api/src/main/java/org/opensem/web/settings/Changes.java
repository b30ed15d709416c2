package org.opensem.web.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.opensem.language.Formats;
import org.opensem.language.Translations;

/** What a saving changed, as lines for people: {@code Abschlag: 90,00 € → 98,00 €}. */
final class Changes {
    private static final String NONE = "\u2013";

    private final Map<String, String[]> values = new LinkedHashMap<>();
    private final FieldGuide guide;
    private final Formats formats;

    private Changes(FieldGuide guide, Formats formats) {
        this.guide = guide;
        this.formats = formats;
    }

    /** @param names of fields */
    static List<String> between(Map<String, Object> before, Map<String, Object> after, int most, UnaryOperator<String> names,
            FieldGuide guide, Formats formats, Translations texts) {
        Changes changes = new Changes(guide, formats);
        changes.compare("", before, after);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String[]> change : changes.values.entrySet()) {
            if (lines.size() == most) {
                lines.add(texts.get("history.more", changes.values.size() - most));
                break;
            }
            lines.add(texts.get("history.change", names.apply(change.getKey()), change.getValue()[0], change.getValue()[1]));
        }
        return lines;
    }

    /** Of lists that have grown or shrunk only the sizes are told: what stands where in them has moved. */
    private void compare(String path, Object before, Object after) {
        if (Trees.same(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            Set<Object> names = new LinkedHashSet<>(now.keySet());
            names.addAll(old.keySet());
            names.forEach(name -> compare(path.isEmpty() ? name.toString() : path + "." + name, old.get(name), now.get(name)));
        } else if (before instanceof List<?> old && after instanceof List<?> now && old.size() == now.size()) {
            for (int i = 0; i < old.size(); i++) {
                compare(path + "[" + i + "]", old.get(i), now.get(i));
            }
        } else {
            values.put(path, new String[] {text(path, before), text(path, after)});
        }
    }

    private String text(String path, Object value) {
        return switch (value) {
            case null -> NONE;
            case List<?> list -> String.valueOf(list.size());
            case Map<?, ?> map -> String.valueOf(map.size());
            default -> guide.value(path, value, formats);
        };
    }
}
