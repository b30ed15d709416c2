package org.opensem.web.access.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opensem.language.Translations;

/**
 * HTML with holes, from a file beside this class. {@code {{login.title}}} is a translated text, {@code {{=name}}} a value, both
 * written so that a browser reads them as text; {@code {{!name}}} is HTML that was made here.
 */
final class Template {
    private static final Pattern HOLE = Pattern.compile("\\{\\{([=!]?)([a-zA-Z0-9.-]+)}}");

    private final String html;

    private Template(String html) {
        this.html = html;
    }

    static Template of(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name + ".html")) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if there is nothing for a hole */
    String fill(Translations texts, Map<String, String> values) {
        Matcher matcher = HOLE.matcher(html);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(hole(matcher.group(1), matcher.group(2), texts, values)));
        }
        return matcher.appendTail(filled).toString();
    }

    private static String hole(String kind, String name, Translations texts, Map<String, String> values) {
        if (kind.isEmpty()) {
            return escape(texts.get(name));
        }
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Nothing for " + name);
        }
        return kind.equals("=") ? escape(value) : value;
    }

    /** A text as HTML shows it, in attributes too. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
