package org.opensem.web.home;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * A panel's place on Home.
 *
 * @param id lower-case letters, digits and hyphens; of two panels with one id the service that ranks higher is shown
 * @param order place among the panels, ascending; openSEM's own are below 1000
 * @param columns its width in 24ths of a wide screen, 4 to 24. Panels stand in rows, and a row that is not full grows: a panel
 *     may be wider than it asked for. On medium screens one of up to 7 has half of the width, any other all of it; on phones
 *     each has all of it.
 * @param title of the panel and of the button that hides it, in a language
 */
public record PanelDescriptor(String id, int order, int columns, Function<Locale, String> title) {
    private static final int LEAST = 4;
    private static final int ALL = 24;

    public PanelDescriptor {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("A panel's id has lower-case letters, digits and hyphens only: " + id);
        }
        if (columns < LEAST || columns > ALL) {
            throw new IllegalArgumentException("A panel is 4 to 24 columns wide: " + columns);
        }
        Objects.requireNonNull(title);
    }
}
