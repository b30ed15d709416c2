package org.opensem.examples.standby;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;
import org.opensem.time.ClockService;

/** {@code sem-example:standby}. */
@Service
@Command(scope = "sem-example", name = "standby", description = "Shows the lowest power of the last minutes")
public final class StandbyCommand implements Action {
    @Option(name = "-m", aliases = "--minutes", description = "How many minutes back, 1 to 15", valueToShowInHelp = "15")
    private int minutes = Standby.MOST_MINUTES;

    @Reference
    private LiveSamples samples;

    @Reference
    private ClockService clock;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        long newest = samples.newest().map(Sample::epochSecond).orElse(clock.now().getEpochSecond());
        long from = newest - 60L * Math.clamp(minutes, 1, Standby.MOST_MINUTES) + 1;
        Optional<Standby.Result> result = Standby.of(samples.from(from));
        ShellTable table = new ShellTable();
        table.column("Lowest W").alignRight();
        table.column("At");
        table.column("Mean W").alignRight();
        table.column("Seconds").alignRight();
        table.emptyTableText("No samples yet: does a driver run? See sem:drivers");
        result.ifPresent(found -> table.addRow().addContent(
                "%.3f".formatted(found.watts()),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(found.lowest().time().atZone(clock.zone())),
                "%.3f".formatted(found.meanWatts()), found.seconds()));
        table.print(session.getConsole());
        return null;
    }
}
