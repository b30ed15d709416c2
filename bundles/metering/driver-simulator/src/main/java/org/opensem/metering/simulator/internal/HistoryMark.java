package org.opensem.metering.simulator.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far back the simulated history has been written, in the data folder: the store itself cannot tell, since it keeps single
 * seconds for some weeks only.
 */
final class HistoryMark {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryMark.class);
    private static final String NAME = "simulated-history";

    private final Path file;

    /** @param folder the data folder */
    HistoryMark(Path folder) {
        file = folder.resolve(NAME);
    }

    /** The first epoch second that is written. */
    Optional<Long> read() {
        try {
            return Files.exists(file) ? Optional.of(Long.valueOf(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            LOG.debug("{} says nothing; the history is written from the oldest second on", file, e);
            return Optional.empty();
        }
    }

    void write(long epochSecond) {
        try {
            Files.writeString(file, epochSecond + "\n");
        } catch (IOException e) {
            // Then the same days are offered once more at the next start, and the store keeps what it has.
            LOG.debug("{} cannot be written", file, e);
        }
    }
}
