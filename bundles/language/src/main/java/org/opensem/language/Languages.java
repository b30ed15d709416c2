package org.opensem.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that openSEM speaks, and which of them somebody gets (E2). */
public final class Languages {
    /** German, US English, British English. */
    public static final List<Locale> KNOWN = List.of(Locale.GERMANY, Locale.US, Locale.UK);

    private Languages() {}

    /** The language that a tag names, such as {@code de} or {@code en-GB}; empty if it is none of ours or no tag. */
    public static Optional<Locale> named(String tag) {
        if (tag == null || !tag.matches("(?i)(de|en)(-[a-z]{2})?")) {
            return Optional.empty();
        }
        return Optional.of(nearest(Locale.forLanguageTag(tag)));
    }

    /** The first of the wanted ones that we speak; British English if there is none. */
    public static Locale preferred(List<Locale> wanted) {
        return wanted.stream()
                .filter(locale -> KNOWN.stream().anyMatch(known -> known.getLanguage().equals(locale.getLanguage())))
                .findFirst().map(Languages::nearest).orElse(Locale.UK);
    }

    /** English without a country is American, as browsers mean it. */
    private static Locale nearest(Locale locale) {
        if (locale.getLanguage().equals("en") && locale.getCountry().isEmpty()) {
            return Locale.US;
        }
        return Formats.of(locale).locale();
    }
}
