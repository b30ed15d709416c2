package org.opensem.shell.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreStatus;
import org.opensem.time.ClockStatus;
import org.opensem.time.ClockStatus.Reason;
import org.opensem.time.TimeServers;
import org.opensem.time.TimeSetting;
import org.opensem.time.TimeSetting.Outcome;
import org.opensem.time.TimeSetting.Person;

/** {@code sem:time}. */
@Service
@Command(scope = "sem", name = "time",
        description = "Shows the clock and the time servers, sets the clock, or asks the servers now.")
public final class TimeCommand extends SemCommand {
    @Reference(optional = true)
    TimeSetting setting;

    @Reference(optional = true)
    TimeServers servers;

    @Reference(optional = true)
    SampleStore store;

    @Option(name = "--set", description = "Sets the clock to this time, like 2026-11-25T20:00:00Z or 2026-11-25T21:00:00")
    String time;

    @Option(name = "--sync", description = "Asks the time servers now; their answers come within some seconds")
    boolean sync;

    @Override
    public Object execute() throws CommandException {
        if (time != null) {
            set();
        }
        if (sync) {
            sync();
        }
        show();
        return null;
    }

    private void set() throws CommandException {
        if (When.isDay(time)) {
            throw refusal("\"" + time + "\" is no time of day. Give one like 2026-11-25T20:00:00Z");
        }
        Instant wanted = When.parse(time, clock(), clock().zone()).toInstant();
        try {
            Outcome outcome = need(setting, "clock").set(wanted, Person.MANUAL);
            switch (outcome) {
                case SLEWED -> out().println("The clock is less than two seconds off and gets there by and by.");
                case STEPPED -> out().println("The clock is set.");
                default -> throw refusal("The clock follows the samples of a replay and cannot be set");
            }
        } catch (IllegalArgumentException e) {
            throw refusal(e.getMessage());
        }
    }

    private void sync() throws CommandException {
        TimeServers asked = need(servers, "bundle org.opensem.time.ntp");
        if (asked.servers().isEmpty()) {
            throw refusal("No time server is asked: set mode = ntp in etc/org.opensem.time.cfg or in the settings");
        }
        asked.measure();
    }

    private void show() throws CommandException {
        ZoneId zone = clock().zone();
        ClockStatus status = clock().status();
        ShellTable table = new ShellTable();
        table.column("Clock");
        table.column("State");
        row(table, "Time", Show.time(clock().now().atZone(zone)) + " " + zone);
        row(table, "Source", status.source());
        row(table, "Ahead of the system's clock", status.offsetMillis() + " ms");
        row(table, "Last set or confirmed", status.lastSync().map(at -> Show.time(at.getEpochSecond(), zone))
                .orElse(Show.NOTHING));
        row(table, "Trusted", (status.trusted() ? "yes, " : "no, ") + because(status.reason()));
        if (store != null) {
            StoreStatus stored = store.status();
            row(table, "Waiting for the clock", stored.held() + " seconds");
            row(table, "Moved with the clock", stored.restamped() + " seconds");
            row(table, "Dropped, stored already", stored.skipped() + " seconds");
        }
        table.print(out());
        List<TimeServers.Server> asked = servers == null ? List.of() : servers.servers();
        if (!asked.isEmpty()) {
            servers(asked, zone);
        }
    }

    private static void row(ShellTable table, String what, String state) {
        table.addRow().addContent(what, state);
    }

    private void servers(List<TimeServers.Server> asked, ZoneId zone) {
        ShellTable table = new ShellTable();
        for (String name : List.of("Server", "State", "Ahead", "Delay", "Last answer")) {
            table.column(name);
        }
        for (TimeServers.Server server : asked) {
            table.addRow().addContent(server.address(), server.state().name().toLowerCase(Locale.ROOT),
                    server.offset().map(TimeCommand::millis).orElse(Show.NOTHING),
                    server.delay().map(TimeCommand::millis).orElse(Show.NOTHING),
                    server.lastAnswer().map(at -> Show.time(at.getEpochSecond(), zone)).orElse(Show.NOTHING));
        }
        table.print(out());
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }

    private static String because(Reason reason) {
        return switch (reason) {
            case SYNCHRONISED -> "it is synchronised";
            case SET -> "somebody set it";
            case PLAUSIBLE -> "nothing speaks against it";
            case FOLLOWS_SAMPLES -> "it follows samples";
            case BEFORE_BUILD -> "it is before this program was made: set it";
            case BEFORE_LAST_RUN -> "it is before the time it told last: set it";
            case WENT_BACK -> "the system's clock went back: set it";
        };
    }
}
