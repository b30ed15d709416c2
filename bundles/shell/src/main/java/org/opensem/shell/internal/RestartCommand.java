package org.opensem.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.opensem.access.DeviceControl;

/** {@code sem:restart} (E6). */
@Service
@Command(scope = "sem", name = "restart", description = "Restarts openSEM. Nothing that was measured is lost.")
public final class RestartCommand extends SemCommand {
    @Reference(optional = true)
    DeviceControl device;

    @Override
    public Object execute() throws CommandException {
        need(device, "access service").restart();
        out().println("openSEM restarts.");
        return null;
    }
}
