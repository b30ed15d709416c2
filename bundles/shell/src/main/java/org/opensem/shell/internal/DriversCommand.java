package org.opensem.shell.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.MeterDriver;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** {@code sem:drivers}. */
@Service
@Command(scope = "sem", name = "drivers", description = "Lists the drivers that run and tells which one is read.")
public final class DriversCommand extends SemCommand {
    @Reference
    BundleContext context;

    @Argument(index = 0, name = "driver", description = "Shows this driver only")
    @Completion(DriverCompleter.class)
    String id;

    @Override
    public Object execute() throws CommandException {
        List<Row> rows = rows(context);
        if (id != null) {
            rows.removeIf(row -> !row.id.equals(id));
            if (rows.isEmpty()) {
                throw refusal("No driver \"" + id + "\" runs: sem:drivers lists those that do");
            }
        }
        ShellTable table = new ShellTable();
        for (String name : List.of("Driver", "Read", "State", "Demo", "Bundle", "Detail")) {
            table.column(name);
        }
        table.emptyTableText("No driver runs: configure one, org.opensem.metering.driver.<id>");
        for (Row row : rows) {
            table.addRow().addContent(row.id, row.first ? "yes" : "", row.status.state().name().toLowerCase(Locale.ROOT),
                    row.status.demo() ? "yes" : "", row.bundle, row.status.detail());
        }
        table.print(out());
        return null;
    }

    /**
     * @param first whether it is the one that the sampler reads: the highest ranking
     */
    record Row(String id, boolean first, DriverStatus status, String bundle) {}

    static List<Row> rows(BundleContext context) {
        List<Row> rows = new ArrayList<>();
        for (ServiceReference<MeterDriver> reference : references(context)) {
            MeterDriver driver = context.getService(reference);
            if (driver != null) {
                try {
                    rows.add(new Row(driver.id(), rows.isEmpty(), driver.status(),
                            reference.getBundle() == null ? "" : reference.getBundle().getSymbolicName()));
                } finally {
                    context.ungetService(reference);
                }
            }
        }
        return rows;
    }

    private static List<ServiceReference<MeterDriver>> references(BundleContext context) {
        try {
            Collection<ServiceReference<MeterDriver>> all = context.getServiceReferences(MeterDriver.class, null);
            return all.stream().sorted(Comparator.reverseOrder()).toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("No filter was given", e);
        }
    }
}
