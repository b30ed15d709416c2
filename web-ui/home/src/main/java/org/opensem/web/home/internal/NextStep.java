package org.opensem.web.home.internal;

import java.util.Map;
import org.opensem.web.ViewContext;

/** Where something that is missing can be entered: a section of the settings, if their view is there. */
enum NextStep {
    TARIFF("tariff"),
    DRIVER("driver");

    private static final String SETTINGS = "settings";

    private final String section;

    NextStep(String section) {
        this.section = section;
    }

    boolean isThere(ViewContext context) {
        return context.hasView(SETTINGS);
    }

    void open(ViewContext context) {
        context.open(SETTINGS, Map.of("section", section));
    }
}
