package org.opensem.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opensem.metering.csv.CsvFault;
import org.opensem.metering.csv.CsvFormatException;
import org.opensem.metering.csv.CsvReport;
import org.opensem.metering.csv.MeasurementCsv;
import org.opensem.store.SampleStore;
import org.opensem.store.StoreException;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;

/** {@code sem:import}. */
@Service
@Command(scope = "sem", name = "import",
        description = "Takes measurements from a CSV file, plain, gzip or zip; good lines are taken, bad ones are named.")
public final class ImportCommand extends SemCommand {
    @Reference(optional = true)
    SampleStore store;

    @Argument(index = 0, name = "file", required = true,
            description = "Path of the file; its first line is " + MeasurementCsv.HEADER)
    @Completion(CsvFileCompleter.class)
    String file;

    @Option(name = "-r", aliases = "--replace", description = "The file wins over seconds that are stored already")
    boolean replace;

    @Option(name = "-f", aliases = "--faults", valueToShowInHelp = "10", description = "How many faults are named, 0 to 100")
    int most = 10;

    private WriteResult result = new WriteResult(0, 0, 0);

    @Override
    public Object execute() throws CommandException, InterruptedException {
        SampleStore target = need(store, "sample store");
        Path path = path();
        WriteMode mode = replace ? WriteMode.REPLACE : WriteMode.KEEP;
        try (InputStream in = Files.newInputStream(path)) {
            CsvReport report = MeasurementCsv.read(in, batch -> result = result.plus(target.write(batch, mode)));
            print(report);
        } catch (CsvFormatException e) {
            throw refusal(path + " is refused, nothing was stored: " + e.fault().text(language()));
        } catch (IOException e) {
            throw refusal(path + " cannot be read: " + e.getMessage() + sofar());
        } catch (StoreException e) {
            throw refusal(e.getMessage() + sofar());
        }
        return null;
    }

    private Path path() throws CommandException {
        try {
            String text = file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file;
            Path path = session.currentDir() == null ? Path.of(text) : session.currentDir().resolve(text);
            if (!Files.isRegularFile(path)) {
                throw refusal("There is no file " + path);
            }
            return path;
        } catch (InvalidPathException e) {
            throw refusal("\"" + file + "\" is no path");
        }
    }

    private String sofar() {
        return result.taken() == 0 ? "; nothing was stored"
                : "; " + result.taken() + " seconds were stored before: the same import again goes on from there";
    }

    private void print(CsvReport report) {
        ShellTable table = new ShellTable();
        for (String name : new String[] {"Lines", "Taken", "Skipped", "Refused", "Quarter-hours only"}) {
            table.column(name).alignRight();
        }
        table.addRow().addContent(report.lines(), result.taken(), result.skipped(), report.refused(), result.derivedOnly());
        table.print(out());
        report.faults().stream().limit(Math.max(0, most)).forEach(fault -> out().println(line(fault)));
        int more = report.faults().size() - Math.max(0, most);
        if (more > 0) {
            out().println("… and more: --faults shows up to " + CsvReport.MOST_FAULTS);
        }
        if (!report.complete()) {
            out().println("The file was not read to its end.");
        }
    }

    private String line(CsvFault fault) {
        String place = fault.entry().isEmpty() ? "" : fault.entry() + ", ";
        return place + (fault.line() == 0 ? "file: " : "line " + fault.line() + ": ") + fault.text(language());
    }
}
