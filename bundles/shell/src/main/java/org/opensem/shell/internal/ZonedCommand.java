package org.opensem.shell.internal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;

/** What commands share whose times may be of another zone than openSEM's own. */
public abstract class ZonedCommand extends SemCommand {
    @Option(name = "-z", aliases = "--zone", description = "Time zone, for example Europe/Berlin; without it openSEM's own")
    @Completion(ZoneCompleter.class)
    String zone;

    /** The zone that was asked for; openSEM's own if none was. */
    final ZoneId zone() throws CommandException {
        try {
            return zone == null ? clock().zone() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw refusal("\"" + zone + "\" is no time zone: give one like Europe/Berlin or UTC");
        }
    }

    /** A time as it was typed. */
    final ZonedDateTime time(String typed) throws CommandException {
        return When.parse(typed, clock(), zone());
    }
}
