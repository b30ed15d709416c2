package org.opensem.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * A bundle's texts in one language, from UTF-8 property files beside a class: {@code messages_de.properties} and
 * {@code messages_en.properties}. Every language but German reads the English file. Nothing is cached outside of this object,
 * so that a bundle that goes leaves nothing behind.
 */
public final class Translations {
    private final ResourceBundle texts;

    private Translations(ResourceBundle texts) {
        this.texts = texts;
    }

    /**
     * Reads {@code messages_<language>.properties} from the package of a class.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public static Translations of(Class<?> owner, Locale locale) {
        String language = locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? "de" : "en";
        String file = "messages_" + language + ".properties";
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + file + " beside " + owner.getName());
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            return new Translations(new PropertyResourceBundle(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A text; {@code {0}}, {@code {1}} … stand for the values, which are put in as they are: format numbers first.
     *
     * @throws MissingResourceException if the key is not there
     */
    public String get(String key, Object... values) {
        String text = texts.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The keys there are; the same in every language. */
    public Set<String> keys() {
        return texts.keySet();
    }
}
