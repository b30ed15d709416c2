package org.opensem.shell.internal;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.store.SampleBuckets;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreException;
import org.opensem.store.StoreStatus;

/** {@code sem:samples}. */
@Service
@Command(scope = "sem", name = "samples",
        description = "Shows what seconds are stored: of all, or of a range in buckets with minimum, mean and maximum, as the "
                + "meter told them; what is marked invalid is left out of the buckets.")
public final class SamplesCommand extends SemCommand {
    private static final int MOST_POINTS = 1000;

    @Reference(optional = true)
    SampleStore store;

    @Reference(optional = true)
    SampleBuckets buckets;

    @Argument(index = 0, name = "from", description = "First second: " + When.HELP + "; without it the whole store is counted")
    @Completion(DateCompleter.class)
    String from;

    @Argument(index = 1, name = "to",
            description = "End, not included, in the same forms; without it a day later, or now where a time of day was given")
    @Completion(DateCompleter.class)
    String to;

    @Option(name = "-n", aliases = "--points", valueToShowInHelp = "1",
            description = "In how many buckets the range is shown, 1 to 1000")
    int points = 1;

    @Override
    public Object execute() throws CommandException {
        try {
            if (from == null) {
                count();
            } else {
                range();
            }
        } catch (StoreException e) {
            throw refusal(e.getMessage());
        }
        return null;
    }

    private void count() throws CommandException {
        StoreStatus status = need(store, "sample store").status();
        ZoneId zone = clock().zone();
        ShellTable table = new ShellTable();
        table.column("Oldest");
        table.column("Newest");
        table.column("Seconds").alignRight();
        table.column("Size").alignRight();
        table.column("Skipped").alignRight();
        table.addRow().addContent(Show.time(status.oldest(), zone), Show.time(status.newest(), zone), status.samples(),
                Show.bytes(status.bytes()), status.skipped());
        table.print(out());
    }

    private void range() throws CommandException {
        if (points < 1 || points > MOST_POINTS) {
            throw refusal("--points is from 1 to " + MOST_POINTS);
        }
        ZoneId zone = clock().zone();
        ZonedDateTime begin = When.parse(from, clock(), zone);
        long first = begin.toEpochSecond();
        long end = end(begin, zone).toEpochSecond();
        if (end <= first) {
            throw refusal("The range ends before it begins");
        }
        long size = Math.min(Integer.MAX_VALUE, Math.ceilDiv(end - first, points));
        ShellTable table = new ShellTable();
        table.column("Start");
        table.column("Seconds").alignRight();
        for (String name : List.of("Coverage", "Min W", "Mean W", "Max W")) {
            table.column(name).alignRight();
        }
        for (SampleBuckets.Bucket bucket : need(buckets, "sample store").buckets(first, end, (int) size)) {
            row(table, bucket, Math.min(size, end - bucket.start()), zone);
        }
        table.print(out());
    }

    private ZonedDateTime end(ZonedDateTime begin, ZoneId zone) throws CommandException {
        if (to != null) {
            return When.parse(to, clock(), zone);
        }
        return When.isDay(from) ? begin.plusDays(1) : clock().now().atZone(zone);
    }

    private static void row(ShellTable table, SampleBuckets.Bucket bucket, long seconds, ZoneId zone) {
        SampleBuckets.Figures total = bucket.total();
        boolean gap = total == null;
        table.addRow().addContent(Show.time(bucket.start(), zone), bucket.coveredSeconds(),
                Show.coverage(bucket.coveredSeconds(), seconds), gap ? Show.NOTHING : Show.watts(total.min()),
                gap ? Show.NOTHING : Show.watts(total.mean()), gap ? Show.NOTHING : Show.watts(total.max()));
    }
}
