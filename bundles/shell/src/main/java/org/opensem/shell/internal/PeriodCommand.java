package org.opensem.shell.internal;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.support.CommandException;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;

/** What commands share that show a period: its kind as their first argument, of those that they know, then a time in it. */
public abstract class PeriodCommand extends ZonedCommand {
    @Argument(index = 1, name = "date", description = "A time in the period: " + When.HELP, valueToShowInHelp = "now")
    @Completion(DateCompleter.class)
    String date = "now";

    /** The period of a kind, as it was typed, in which the date lies. */
    final Period period(String kind) throws CommandException {
        return Period.of(kind(kind), time(date));
    }

    private static PeriodKind kind(String typed) throws CommandException {
        for (PeriodKind kind : PeriodKind.values()) {
            if (kind.name().equalsIgnoreCase(typed)) {
                return kind;
            }
        }
        throw refusal("\"" + typed + "\" is no period: give hour, day, week, month or year");
    }

    /** Like {@code day from … to …}. */
    static String text(Period period) {
        return period.kind().name().toLowerCase(Locale.ROOT) + " from " + stretch(period);
    }

    static String stretch(Period period) {
        return Show.time(period.start()) + " to " + Show.time(period.end());
    }
}
