package org.opensem.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.DriverStatus.State;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;
import org.opensem.store.SampleStore;
import org.opensem.store.SecondVisitor;
import org.opensem.store.StoreException;
import org.opensem.store.StoreStatus;
import org.opensem.store.WriteMode;
import org.opensem.store.WriteResult;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

class ImportAndDriversTest {
    private static final String CSV = """
            time,total_kw,l1_kw,l2_kw,l3_kw
            2026-11-22T07:00:00+01:00,0.719612,0.220357,0.412216,0.087039
            2026-11-22T07:00:01+01:00,oops,0.220357,0.412216,0.087039
            2026-11-22T07:00:02+01:00,0.100000,,,
            2026-11-22T07:00:02+01:00,0.200000,,,
            """;

    @TempDir
    private Path folder;

    private final Console console = new Console();
    private final Map<Long, Sample> stored = new TreeMap<>();
    private boolean full;

    private final SampleStore store = new SampleStore() {
        @Override
        public WriteResult write(List<Sample> samples, WriteMode mode) {
            if (full) {
                throw new StoreException("Disk full at /data: free some space", null);
            }
            long taken = 0;
            for (Sample s : samples) {
                if (mode == WriteMode.REPLACE || !stored.containsKey(s.epochSecond())) {
                    stored.put(s.epochSecond(), s);
                    taken++;
                }
            }
            return new WriteResult(taken, samples.size() - taken, 0);
        }

        @Override
        public void read(long from, long to, SecondVisitor visitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreStatus status() {
            throw new UnsupportedOperationException();
        }
    };

    @BeforeEach
    void enter() {
        console.folder = folder;
    }

    private ImportCommand command(String file) {
        ImportCommand command = console.prepare(new ImportCommand());
        command.store = store;
        command.file = file;
        return command;
    }

    @Test
    void goodLinesAreTakenAndBadOnesNamed_F1() throws Exception {
        Files.writeString(folder.resolve("day.csv"), CSV);
        command("day.csv").execute();
        assertThat(console.lines()).contains("Lines Taken Skipped Refused Quarter-hours only", "4 2 1 1 0")
                .anyMatch(line -> line.startsWith("line 3: ") && line.contains("total_kw"));
        assertThat(stored).hasSize(2);
    }

    @Test
    void faultsAreToldInTheLanguageOfTheRegion_E2() throws Exception {
        Files.writeString(folder.resolve("day.csv"), CSV);
        ImportCommand command = command("day.csv");
        command.region = Console.GERMAN;
        command.execute();
        assertThat(console.lines()).anyMatch(line -> line.startsWith("line 3: ") && line.contains("keine Zahl"));
    }

    @Test
    void gzipIsTakenAndTheSecondTimeAllIsSkippedUnlessReplaced_F1() throws Exception {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("day.csv.gz")))) {
            out.write(CSV.getBytes());
        }
        command("day.csv.gz").execute();
        command(folder.resolve("day.csv.gz").toString()).execute();
        ImportCommand again = command("day.csv.gz");
        again.replace = true;
        again.most = 0;
        again.execute();
        assertThat(console.lines()).containsSubsequence("4 2 1 1 0", "4 0 3 1 0", "4 3 0 1 0")
                .contains("… and more: --faults shows up to 100");
    }

    @Test
    void whatIsNoMeasurementFileIsRefusedInOneLine() throws IOException {
        Files.writeString(folder.resolve("letter.csv"), "Dear reader,\n");
        assertThatThrownBy(command("letter.csv")::execute)
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("letter.csv is refused, nothing was stored");
        assertThatThrownBy(command("missing.csv")::execute).hasMessage("There is no file " + folder.resolve("missing.csv"));
        assertThatThrownBy(command("\0")::execute).isInstanceOf(CommandException.class);
        assertThat(stored).isEmpty();
    }

    @Test
    void aFullDiskIsToldInOneLine() throws IOException {
        Files.writeString(folder.resolve("day.csv"), CSV);
        full = true;
        assertThatThrownBy(command("day.csv")::execute)
                .isInstanceOf(CommandException.class)
                .hasMessage("Disk full at /data: free some space; nothing was stored");
    }

    @Test
    void driversAreListedAndTheHighestRankingIsRead_X5() throws CommandException {
        DriversCommand command = console.prepare(new DriversCommand());
        command.context = context(driver("http", State.WAITING, false), driver("simulator", State.RUNNING, true));
        command.execute();
        assertThat(console.lines()).containsExactly("Driver Read State Demo Bundle Detail",
                "simulator yes running yes org.opensem.test 1 detail", "http waiting org.opensem.test 0 detail");
        command.id = "http";
        command.execute();
        assertThat(console.lines()).hasSize(5);
        command.id = "sml";
        assertThatThrownBy(command::execute).hasMessage("No driver \"sml\" runs: sem:drivers lists those that do");
    }

    @Test
    void noDriverIsToldWithWhatToDo() throws CommandException {
        DriversCommand command = console.prepare(new DriversCommand());
        command.context = context();
        command.execute();
        assertThat(console.lines()).anyMatch(line -> line.contains("No driver runs: configure one"));
    }

    private static MeterDriver driver(String id, State state, boolean demo) {
        return new MeterDriver() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public SampleBuffer buffer() {
                throw new UnsupportedOperationException();
            }

            @Override
            public DriverStatus status() {
                return new DriverStatus(state, "detail", demo);
            }
        };
    }

    /** A framework with these drivers, the last with the highest ranking. */
    private static BundleContext context(MeterDriver... drivers) {
        return proxy(BundleContext.class, (method, arguments) -> switch (method) {
            case "getServiceReferences" -> IntStream.range(0, drivers.length)
                    .mapToObj(ImportAndDriversTest::reference)
                    .toList();
            case "getService" -> drivers[rank(arguments[0])];
            case "ungetService" -> true;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static ServiceReference<?> reference(int rank) {
        return proxy(ServiceReference.class, (method, arguments) -> switch (method) {
            case "compareTo" -> Integer.compare(rank, rank(arguments[0]));
            case "getProperty" -> rank;
            case "getBundle" -> proxy(Bundle.class, (name, none) -> "org.opensem.test " + rank);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static int rank(Object reference) {
        return (Integer) ((ServiceReference<?>) reference).getProperty("service.ranking");
    }

    @FunctionalInterface
    private interface Answer {
        Object of(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answer.of(method.getName(), arguments)));
    }
}
