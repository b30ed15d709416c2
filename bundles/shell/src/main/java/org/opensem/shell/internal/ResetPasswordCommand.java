package org.opensem.shell.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.opensem.access.NewSecrets;
import org.opensem.access.Outcome;
import org.opensem.access.Owner;
import org.opensem.access.Recovery;
import org.opensem.access.Sessions;
import org.opensem.access.Visitor;
import org.opensem.settings.Fault;
import org.opensem.settings.SettingsException;

/** {@code sem:reset-password} (E6): whoever has this shell could read the data anyway. */
@Service
@Command(scope = "sem", name = "reset-password",
        description = "Gives a code with which the owner sets another password in the console, or asks for the password here.")
public final class ResetPasswordCommand extends SemCommand {
    private static final Visitor HERE = new Visitor("shell", true, "sem:reset-password");

    @Reference(optional = true)
    Owner owner;

    @Reference(optional = true)
    Recovery recovery;

    @Reference(optional = true)
    Sessions sessions;

    @Option(name = "-a", aliases = "--ask", description = "Asks for the new password instead of giving a code")
    boolean ask;

    @Override
    public Object execute() throws CommandException, IOException {
        Owner present = need(owner, "access service");
        Recovery other = need(recovery, "access service");
        try {
            if (ask) {
                set(present, other);
            } else {
                out().println(other.issueCode()
                        .map(code -> "Open /forgot in the console and type this code, which works once: " + code)
                        .orElseThrow(() -> refusal("No password is set: set one with --ask, or at this machine in the console")));
            }
        } catch (SettingsException e) {
            throw refusal(e.text().in(Locale.UK));
        }
        return null;
    }

    private void set(Owner present, Recovery other) throws CommandException, IOException {
        String password = session.readLine("New password: ", '*');
        if (!password.equals(session.readLine("Once more: ", '*'))) {
            throw refusal("These are not the same: nothing was changed");
        }
        Outcome outcome = present.hasPassword() ? other.recover(code(present, other, password), password, HERE)
                : present.choose(NewSecrets.of(password), null, HERE);
        if (!outcome.isDone()) {
            throw refusal(text(outcome.faults()));
        }
        outcome.session().ifPresent(begun -> sessions.logOut(begun.token()));
        out().println("The password is set; whoever was logged in has to log in again.");
        if (!outcome.codes().isEmpty()) {
            out().println("Recovery codes, each works once; shown now only:");
            outcome.codes().forEach(out()::println);
        }
    }

    private static String code(Owner present, Recovery other, String password) throws CommandException {
        List<Fault> faults = present.check(password);
        if (!faults.isEmpty()) {
            throw refusal(text(faults));
        }
        return other.issueCode().orElseThrow();
    }

    private static String text(List<Fault> faults) {
        return faults.stream().map(fault -> fault.field() + ": " + fault.message().in(Locale.UK))
                .collect(Collectors.joining("\n"));
    }
}
