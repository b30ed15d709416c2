package org.opensem.web.home.internal;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;

/** The path to what is shown: 2026 › November › Do 19. (H3). */
final class Crumbs {

    private Crumbs() {}

    /** A step of the path; the last one is what is shown. */
    record Crumb(String text, Period period) {}

    static List<Crumb> of(Period period, Words words) {
        List<Crumb> path = new ArrayList<>();
        path.add(crumb(PeriodKind.YEAR, period, words));
        switch (period.kind()) {
            case WEEK -> path.add(crumb(PeriodKind.WEEK, period, words));
            case MONTH -> path.add(crumb(PeriodKind.MONTH, period, words));
            case DAY, HOUR -> {
                path.add(crumb(PeriodKind.MONTH, period, words));
                path.add(crumb(PeriodKind.DAY, period, words));
            }
            case YEAR -> { }
        }
        if (period.kind() == PeriodKind.HOUR) {
            path.add(crumb(PeriodKind.HOUR, period, words));
        }
        return path;
    }

    private static Crumb crumb(PeriodKind kind, Period shown, Words words) {
        LocalDate day = shown.start().toLocalDate();
        String text = switch (kind) {
            case YEAR -> String.valueOf(day.getYear());
            case MONTH -> day.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, words.formats().locale());
            case WEEK -> words.briefTitle(shown);
            case DAY -> words.label(PeriodKind.WEEK, shown.start());
            case HOUR -> words.dates().time(shown.start().toLocalTime());
        };
        return new Crumb(text, Period.of(kind, shown.start()));
    }
}
