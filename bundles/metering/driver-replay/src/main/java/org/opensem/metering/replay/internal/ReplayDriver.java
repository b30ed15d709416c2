package org.opensem.metering.replay.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.opensem.metering.DriverStatus;
import org.opensem.metering.DriverStatus.State;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.metering.SampleBuffer;
import org.opensem.metering.csv.CsvFault;
import org.opensem.metering.csv.CsvFormatException;
import org.opensem.metering.csv.CsvReport;
import org.opensem.metering.csv.MeasurementCsv;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The driver {@code replay}: a file of measurements is the meter, and its times are the time (T3). It waits for whoever
 * lags (X2). When its bundle is restarted it begins the file again; what is stored already is stored once.
 */
@Component(immediate = true, configurationPolicy = ConfigurationPolicy.REQUIRE, configurationPid = ReplayDriver.PID,
        service = MeterDriver.class, property = "driver.id=" + ReplayDriver.ID)
public final class ReplayDriver implements MeterDriver {
    static final String ID = "replay";
    static final String PID = "org.opensem.metering.driver.replay";
    private static final Logger LOG = LoggerFactory.getLogger(ReplayDriver.class);
    /** Two hours: room to run ahead in, so that neither side waits for the other's every step. */
    private static final int BUFFER_SAMPLES = 7200;
    private static final int MOST_FAULTS_LOGGED = 10;
    private static final Duration RELEASE_WAIT = Duration.ofSeconds(1);

    private final SampleBuffer buffer = new SampleBuffer(new SecureRandom().nextLong(1, Long.MAX_VALUE), BUFFER_SAMPLES);
    private final ReplayConfig config;
    private final Thread thread;
    private volatile DriverStatus status = new DriverStatus(State.WAITING, "", true);

    @Activate
    public ReplayDriver(ReplayConfig config) {
        this.config = config;
        thread = Thread.ofPlatform().name("opensem-replay").daemon(true).inheritInheritableThreadLocals(false).start(this::run);
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(Duration.ofSeconds(2));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SampleBuffer buffer() {
        return buffer;
    }

    @Override
    public DriverStatus status() {
        return status;
    }

    private void run() {
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(file())) {
            Pace pace = Pace.of(config.speed());
            LOG.info("Replay of {} starts, speed {}", config.file(), config.speed());
            CsvReport report = MeasurementCsv.read(in, batch -> play(batch, pace));
            boolean released = false;
            while (!released) {
                released = buffer.awaitReleased(RELEASE_WAIT);
            }
            finished(report, System.nanoTime() - start);
        } catch (CsvFormatException e) {
            fault("The file " + config.file() + " is no measurement CSV: " + e.getMessage());
        } catch (NoSuchFileException e) {
            fault("The file " + config.file() + " does not exist");
        } catch (ClosedByInterruptException e) {
            LOG.debug("Replay of {} was stopped while reading", config.file());
        } catch (IOException e) {
            fault("The file " + config.file() + " cannot be read: " + e);
        } catch (IllegalArgumentException e) {
            fault("The configuration " + PID + " is wrong: " + e.getMessage());
        } catch (InterruptedException e) {
            LOG.debug("Replay of {} was stopped", config.file());
        }
    }

    private Path file() {
        if (config.file().isBlank()) {
            throw new IllegalArgumentException("file= names no file");
        }
        try {
            return Path.of(config.file().strip());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("file=" + config.file() + " is no path", e);
        }
    }

    private void play(List<Sample> batch, Pace pace) throws InterruptedException {
        int from = 0;
        while (from < batch.size()) {
            int count = pace.due(batch, from);
            if (status.state() == State.WAITING) {
                status = new DriverStatus(State.RUNNING, "", true);
            }
            buffer.put(batch.subList(from, from + count));
            from += count;
        }
    }

    private void finished(CsvReport report, long nanos) {
        double seconds = Math.round(nanos / 1e7) / 100.0;
        String refused = report.refused() == 0 ? "" : ", " + report.refused() + " lines refused";
        String cut = report.complete() ? "" : "; the file was not read to its end";
        String detail = report.samples() + " samples in " + seconds + " s" + refused + cut;
        status = new DriverStatus(State.FINISHED, detail, true);
        LOG.info("Replay of {} has ended: {}", config.file(), detail);
        report.faults().stream().limit(MOST_FAULTS_LOGGED).forEach(this::logFault);
    }

    private void logFault(CsvFault fault) {
        LOG.warn("Replay of {}{}, line {}: {}", config.file(), fault.entry().isEmpty() ? "" : "!" + fault.entry(), fault.line(),
                fault.text(Locale.ENGLISH));
    }

    private void fault(String detail) {
        status = new DriverStatus(State.FAULTED, detail, true);
        LOG.error("Replay: {}", detail);
    }
}
