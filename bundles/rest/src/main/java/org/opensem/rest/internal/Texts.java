package org.opensem.rest.internal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The faults' texts in the languages that people read. */
final class Texts {
    static final String BUNDLE = "org.opensem.rest.internal.problems";
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The first language asked for that there is, else English. */
    static Texts of(List<Locale> asked) {
        for (Locale wish : asked) {
            for (Locale language : LANGUAGES) {
                if (language.getLanguage().equals(wish.getLanguage())) {
                    return new Texts(language);
                }
            }
        }
        return new Texts(Locale.ENGLISH);
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        Object[] named = arguments.clone();
        for (int i = 0; i < named.length; i++) {
            if (named[i] instanceof Name(String name)) {
                named[i] = bundle.getString(name);
            }
        }
        return new MessageFormat(bundle.getString(key), locale).format(named);
    }

    /** An argument that is itself a text to be looked up. */
    record Name(String key) {}
}
