package org.opensem.settings.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Properties as text that people read: in their order, umlauts as they are (UTF-8), without a date. */
final class PropertyText {
    private PropertyText() {}

    /** @param head lines of comment */
    static String format(List<String> head, Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append("# ").append(line).append('\n'));
        values.forEach((name, value) -> {
            escape(name, true, text);
            text.append(" = ");
            escape(value, false, text);
            text.append('\n');
        });
        return text.toString();
    }

    /** @throws IllegalArgumentException if it is none */
    static Map<String, String> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object name, Object value) {
                values.put((String) name, (String) value);
                return null;
            }
        };
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static void escape(String text, boolean name, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case ' ' -> out.append(name || i == 0 ? "\\ " : " ");
                case '=', ':', '#', '!' -> out.append(name ? "\\" : "").append(c);
                default -> {
                    if (Character.isISOControl(c)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }
}
