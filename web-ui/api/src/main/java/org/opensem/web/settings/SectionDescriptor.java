package org.opensem.web.settings;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * A section's place in the settings.
 *
 * @param id its name in the address: lower-case letters, digits and hyphens
 * @param icon name of an icon, see {@link org.opensem.web.Icons}; an unknown one shows as a plug
 * @param order place in the list, ascending; openSEM's own are below 1000, others stand under "Extensions"
 * @param title the list's text in a language
 */
public record SectionDescriptor(String id, String icon, int order, Function<Locale, String> title) {

    public SectionDescriptor {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("A section's id has lower-case letters, digits and hyphens only: " + id);
        }
        Objects.requireNonNull(icon);
        Objects.requireNonNull(title);
    }
}
