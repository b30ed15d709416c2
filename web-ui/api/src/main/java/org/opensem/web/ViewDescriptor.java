package org.opensem.web;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * A view's place in the console.
 *
 * @param route first part of its URL: lower-case letters, digits and hyphens; the menu's home is {@code home}
 * @param icon name of an icon, see {@link Icons}; an unknown one shows as a plug
 * @param order place in the menu, ascending; openSEM's own are below 1000, others stand under "Extensions"
 * @param title the menu's text in a language
 */
public record ViewDescriptor(String route, String icon, int order, Function<Locale, String> title) {

    public ViewDescriptor {
        if (!route.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("A route has lower-case letters, digits and hyphens only: " + route);
        }
        Objects.requireNonNull(icon);
        Objects.requireNonNull(title);
    }
}
