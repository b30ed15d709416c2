package org.opensem.rest.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.opensem.language.Message;

/** The faults' texts in the languages that people read. */
final class Texts {
    static final String BUNDLE = "org.opensem.rest.internal.problems";

    private final Locale locale;
    private final ResourceBundle bundle;

    /** @param locale one of our languages, see {@link Services#language} */
    Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        Object[] named = arguments.clone();
        for (int i = 0; i < named.length; i++) {
            if (named[i] instanceof Name(String name)) {
                named[i] = bundle.getString(name);
            } else if (named[i] instanceof Message message) {
                named[i] = message.in(locale);
            }
        }
        return new MessageFormat(bundle.getString(key), locale).format(named);
    }

    /** An argument that is itself a text to be looked up. */
    record Name(String key) {}
}
