package org.opensem.web.settings;

import org.opensem.language.Formats;

/** What a section knows of fields that are not on the page now: in another version, in a folded part, in the history. */
@FunctionalInterface
public interface FieldGuide {

    /** The field's name for people, for example {@code Staffel 2, ab Verbrauch}; the path if it is not known. */
    String name(String path);

    /** Shows the part of the form in which the field is; nothing if it is shown already. */
    default void show(String path) {}

    /** A value as the field shows it. @param value a text, a number, true or false; never null */
    default String value(String path, Object value, Formats formats) {
        return Trees.decimal(value).map(number -> NumberStyle.of("").write(number, formats.locale())).orElseGet(value::toString);
    }
}
