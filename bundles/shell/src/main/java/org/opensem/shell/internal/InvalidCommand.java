package org.opensem.shell.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.store.InvalidRanges;
import org.opensem.store.InvalidRanges.InvalidRange;
import org.opensem.store.StoreException;

/** {@code sem:invalid} (G7). */
@Service
@Command(scope = "sem", name = "invalid",
        description = "Lists the ranges of measurement that are marked invalid, marks one, or takes one back; the seconds stay.")
public final class InvalidCommand extends SemCommand {
    @Reference(optional = true)
    InvalidRanges ranges;

    @Argument(index = 0, name = "from", description = "Marks a range, its first second: " + When.HELP)
    @Completion(DateCompleter.class)
    String from;

    @Argument(index = 1, name = "to", description = "End of the range, not included, in the same forms")
    @Completion(DateCompleter.class)
    String to;

    @Argument(index = 2, name = "reason", multiValued = true, valueToShowInHelp = "",
            description = "Why, for people, up to 200 characters")
    List<String> reason = new ArrayList<>();

    @Option(name = "-t", aliases = "--take-back", valueToShowInHelp = "",
            description = "Takes the mark with this id back; then all is as before")
    Long takeBack;

    @Override
    public Object execute() throws CommandException {
        InvalidRanges marks = need(ranges, "sample store");
        try {
            if (takeBack != null) {
                takeBack(marks);
            } else if (from != null) {
                mark(marks);
            } else {
                list(marks);
            }
        } catch (StoreException e) {
            throw refusal(e.getMessage());
        }
        return null;
    }

    private void list(InvalidRanges marks) throws CommandException {
        ZoneId zone = clock().zone();
        ShellTable table = new ShellTable();
        table.column("Id").alignRight();
        table.column("From");
        table.column("To");
        table.column("Reason");
        table.emptyTableText("Nothing is marked invalid");
        for (InvalidRange mark : marks.list()) {
            table.addRow().addContent(mark.id(), Show.time(mark.from(), zone), Show.time(mark.to(), zone), mark.reason());
        }
        table.print(out());
    }

    private void mark(InvalidRanges marks) throws CommandException {
        if (to == null) {
            throw refusal("Give the end of the range, too: sem:invalid FROM TO REASON");
        }
        ZoneId zone = clock().zone();
        long first = When.parse(from, clock(), zone).toEpochSecond();
        long end = When.parse(to, clock(), zone).toEpochSecond();
        if (end <= first) {
            throw refusal("The range ends before it begins");
        }
        String why = String.join(" ", reason).strip();
        if (why.length() > InvalidRanges.MOST_REASON) {
            throw refusal("A reason has at most " + InvalidRanges.MOST_REASON + " characters");
        }
        InvalidRange mark = marks.mark(first, end, why);
        out().println("Mark " + mark.id() + ": from " + Show.time(mark.from(), zone) + " to " + Show.time(mark.to(), zone)
                + " nothing counts");
    }

    private void takeBack(InvalidRanges marks) throws CommandException {
        if (from != null) {
            throw refusal("Either mark a range or take a mark back");
        }
        if (!marks.takeBack(takeBack)) {
            throw refusal("There is no mark " + takeBack + ": sem:invalid lists those there are");
        }
        out().println("Mark " + takeBack + " is taken back");
    }
}
