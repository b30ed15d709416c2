package org.opensem.shell.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.access.Tokens;
import org.opensem.access.Tokens.Made;
import org.opensem.access.Tokens.Right;
import org.opensem.settings.SettingsException;

/** {@code sem:tokens} (E6). */
@Service
@Command(scope = "sem", name = "tokens", description = "Lists the tokens of programs, makes one, or withdraws one.")
public final class TokensCommand extends SemCommand {
    @Reference(optional = true)
    Tokens tokens;

    @Option(name = "-m", aliases = "--make", valueToShowInHelp = "",
            description = "Name of a token to make; it is shown this once")
    String make;

    @Option(name = "-w", aliases = "--write", description = "The token that is made may write, too")
    boolean write;

    @Option(name = "-x", aliases = "--withdraw", valueToShowInHelp = "", description = "Id of a token to withdraw")
    String withdraw;

    @Override
    public Object execute() throws CommandException {
        Tokens present = need(tokens, "access service");
        try {
            if (make != null) {
                make(present);
            } else if (withdraw != null) {
                if (!present.withdraw(withdraw)) {
                    throw refusal("There is no token \"" + withdraw + "\": sem:tokens lists those that there are");
                }
                out().println("Withdrawn.");
            } else {
                list(present);
            }
        } catch (SettingsException e) {
            throw refusal(e.text().in(language()));
        }
        return null;
    }

    private void make(Tokens present) throws CommandException {
        Made made = present.make(make, write ? Right.WRITE : Right.READ);
        if (made.token().isEmpty()) {
            throw refusal(made.faults().getFirst().message().in(language()));
        }
        out().println("Authorization: Bearer " + made.secret());
    }

    private void list(Tokens present) throws CommandException {
        ZoneId zone = clock().zone();
        ShellTable table = new ShellTable();
        for (String name : List.of("Id", "Name", "Right", "Since", "Last use")) {
            table.column(name);
        }
        table.emptyTableText("There are no tokens");
        present.list().forEach(token -> table.addRow().addContent(token.id(), token.name(),
                token.right().name().toLowerCase(Locale.ROOT), Show.time(token.since().getEpochSecond(), zone),
                token.lastUse().map(time -> Show.time(time.getEpochSecond(), zone)).orElse(Show.NOTHING)));
        table.print(out());
    }
}
