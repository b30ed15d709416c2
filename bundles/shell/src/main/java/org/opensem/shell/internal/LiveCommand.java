package org.opensem.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;

/** {@code sem:live}. */
@Service
@Command(scope = "sem", name = "live", description = "Shows the power now, in total and per phase.")
public final class LiveCommand extends SemCommand {
    @Reference(optional = true)
    LiveSamples live;

    @Option(name = "-s", aliases = "--seconds", valueToShowInHelp = "1",
            description = "How many seconds back, 1 to 900; a missing second is not shown")
    int seconds = 1;

    @Option(name = "-r", aliases = "--raw", description = "As the meter says it, without the correction factor")
    boolean raw;

    @Override
    public Object execute() throws CommandException {
        if (seconds < 1 || seconds > 900) {
            throw refusal("--seconds is from 1 to 900");
        }
        LiveSamples samples = need(live, "sampler");
        CorrectionFactors factors = factors(raw);
        var zone = clock().zone();
        ShellTable table = new ShellTable();
        table.column("Time");
        for (String name : List.of("Total W", "L1 W", "L2 W", "L3 W")) {
            table.column(name).alignRight();
        }
        table.emptyTableText("No sample has come yet");
        List<Sample> shown = samples.newest()
                .map(newest -> samples.from(newest.epochSecond() - seconds + 1))
                .orElse(List.of());
        for (Sample sample : shown) {
            Sample s = factors.sample(sample);
            table.addRow().addContent(Show.time(s.epochSecond(), zone), Show.watts(s.totalMilliwatts()),
                    Show.watts(s.l1Milliwatts()), Show.watts(s.l2Milliwatts()), Show.watts(s.l3Milliwatts()));
        }
        table.print(out());
        return null;
    }
}
