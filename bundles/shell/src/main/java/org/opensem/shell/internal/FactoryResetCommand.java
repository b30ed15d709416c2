package org.opensem.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.opensem.access.DeviceControl;
import org.opensem.settings.Fault;
import org.opensem.settings.SettingsException;

/** {@code sem:factory-reset} (E6). */
@Service
@Command(scope = "sem", name = "factory-reset",
        description = "Deletes all measurements, settings, the password and the keys, and restarts openSEM as if it were new.")
public final class FactoryResetCommand extends SemCommand {
    @Reference(optional = true)
    DeviceControl device;

    @Argument(index = 0, name = "device", required = true, description = "The device's name as sem:status shows it, to confirm")
    String name;

    @Override
    public Object execute() throws CommandException {
        try {
            List<Fault> faults = need(device, "access service").factoryReset(name);
            if (!faults.isEmpty()) {
                throw refusal("Nothing was deleted. " + faults.getFirst().message().in(language()));
            }
        } catch (SettingsException e) {
            throw refusal(e.text().in(language()));
        }
        out().println("Everything is deleted at the start that follows now.");
        return null;
    }
}
