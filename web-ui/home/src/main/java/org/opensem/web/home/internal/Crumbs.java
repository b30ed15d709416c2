package org.opensem.web.home.internal;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;

/** The path to what is shown: 2026 › November › Do 19. (H3). */
final class Crumbs {

    private Crumbs() {}

    /** A step of the path; the last one is what is shown. */
    record Crumb(String text, Place place) {}

    static List<Crumb> of(Period period, ZonedDateTime now, Words words) {
        ZonedDateTime start = period.start();
        List<Crumb> path = new ArrayList<>();
        path.add(crumb(PeriodKind.YEAR, period, now, words));
        switch (period.kind()) {
            case WEEK -> path.add(crumb(PeriodKind.WEEK, period, now, words));
            case MONTH -> path.add(crumb(PeriodKind.MONTH, period, now, words));
            case DAY, HOUR -> {
                path.add(crumb(PeriodKind.MONTH, period, now, words));
                path.add(crumb(PeriodKind.DAY, period, now, words));
            }
            case YEAR -> { }
        }
        if (period.kind() == PeriodKind.HOUR) {
            path.add(new Crumb(words.dates().time(start.toLocalTime()), Place.at(period, now)));
        }
        return path;
    }

    private static Crumb crumb(PeriodKind kind, Period period, ZonedDateTime now, Words words) {
        LocalDate day = period.start().toLocalDate();
        String text = switch (kind) {
            case YEAR -> String.valueOf(day.getYear());
            case MONTH -> day.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, words.formats().locale());
            case WEEK -> words.briefTitle(period);
            case DAY -> words.label(PeriodKind.WEEK, period.start());
            case HOUR -> words.dates().time(period.start().toLocalTime());
        };
        return new Crumb(text, Place.at(Period.of(kind, period.start()), now));
    }
}
