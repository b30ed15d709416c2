package org.opensem.shell.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.opensem.time.ClockService;

/** Completes the dates that are looked at most: the last two weeks, the last months, this year and the one before. */
@Service
public final class DateCompleter implements Completer {
    @Reference(optional = true)
    ClockService clock;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> dates = new ArrayList<>(List.of("now", "today", "yesterday"));
        if (clock != null) {
            LocalDate today = clock.now().atZone(clock.zone()).toLocalDate();
            for (int days = 0; days < 14; days++) {
                dates.add(today.minusDays(days).toString());
            }
            for (int months = 0; months < 12; months++) {
                dates.add(today.minusMonths(months).toString().substring(0, 7));
            }
            dates.add(Integer.toString(today.getYear()));
            dates.add(Integer.toString(today.getYear() - 1));
        }
        return new StringsCompleter(dates).complete(session, line, candidates);
    }
}
