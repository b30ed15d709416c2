package org.opensem.shell.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.opensem.aggregation.Calibration;
import org.opensem.aggregation.CorrectionFactors;
import org.opensem.settings.Region;
import org.opensem.time.ClockService;

/**
 * What the commands share. All references to openSEM's services are optional: a part may be away while it is updated, and
 * then a command says so instead of vanishing.
 */
public abstract class SemCommand implements Action {
    @Reference
    Session session;

    @Reference(optional = true)
    ClockService clock;

    @Reference(optional = true)
    Calibration calibration;

    @Reference(optional = true)
    Region region;

    final PrintStream out() {
        return session.getConsole();
    }

    /** @throws CommandException with one line for people if the service is away */
    static <T> T need(T service, String what) throws CommandException {
        if (service == null) {
            throw refusal("The " + what + " is not running at the moment: try again, or see bundle:list");
        }
        return service;
    }

    /** What faults of settings and files are told in: the language that is set (E2). The commands themselves speak English. */
    final Locale language() {
        return region == null ? Locale.UK : region.language(List.of());
    }

    final ClockService clock() throws CommandException {
        return need(clock, "clock");
    }

    /** What corrects the values that are shown (E4); nothing if raw ones were asked for. */
    final CorrectionFactors factors(boolean raw) throws CommandException {
        return raw ? CorrectionFactors.NONE : need(calibration, "calibration").factors();
    }

    /** A fault of the input or of the moment, shown as one line. */
    static CommandException refusal(String text) {
        return new CommandException(text, text);
    }

    /** Where a service is there what it says, else {@code -}. */
    static <T> String tell(T service, Function<T, String> text) {
        return service == null ? Show.NOTHING : text.apply(service);
    }
}
