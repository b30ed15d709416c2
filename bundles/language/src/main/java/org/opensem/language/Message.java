package org.opensem.language;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;

/** A text that is written when its reader's language is known: a fault, a remark. */
@FunctionalInterface
public interface Message {

    /** The text in a language. */
    String in(Locale locale);

    /**
     * A text of a bundle, see {@link Translations}.
     *
     * @param owner a class beside whose file of texts it lies
     * @param key of the text
     * @param values put in for {@code {0}} …: numbers, dates and times are written by the language, a message is itself looked
     *     up, all else is put in as it is
     */
    static Message of(Class<?> owner, String key, Object... values) {
        Objects.requireNonNull(key);
        Object[] kept = values.clone();
        return locale -> {
            Object[] written = new Object[kept.length];
            for (int i = 0; i < kept.length; i++) {
                written[i] = written(kept[i], locale);
            }
            return Translations.of(owner, locale).get(key, written);
        };
    }

    /** The same in every language: a name, an address. */
    static Message plain(String text) {
        Objects.requireNonNull(text);
        return locale -> text;
    }

    private static String written(Object value, Locale locale) {
        Formats formats = Formats.of(locale);
        return switch (value) {
            case null -> "";
            case Message message -> message.in(locale);
            case Number number -> new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(formats.locale()))
                    .format(number);
            case LocalDate date -> formats.dates().date(date);
            case LocalTime time -> formats.dates().time(time);
            default -> value.toString();
        };
    }
}
