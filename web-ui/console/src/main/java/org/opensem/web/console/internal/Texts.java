package org.opensem.web.console.internal;

import java.util.Locale;
import org.opensem.language.Translations;

/** The console's own texts. */
final class Texts {
    private Texts() {}

    static Translations of(Locale locale) {
        return Translations.of(Texts.class, locale);
    }
}
