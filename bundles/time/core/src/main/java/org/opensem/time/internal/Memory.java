package org.opensem.time.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code clock} of the data folder. It is replaced once a minute and not flushed: what a power cut takes is the last
 * minute, and a file that cannot be read is as good as none.
 */
final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final int MOST_BYTES = 4096;
    private final Path file;
    private boolean failing;

    /** @param folder the data folder; null if there is none, then nothing is kept */
    Memory(Path folder) {
        this.file = folder == null ? null : folder.resolve("clock");
    }

    Optional<Remembered> load() {
        if (file == null) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("It is too large");
            }
            Map<String, String> values = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                int at = line.indexOf('=');
                if (at > 0) {
                    values.put(line.substring(0, at), line.substring(at + 1));
                }
            }
            String sync = values.getOrDefault("lastSync", "");
            return Optional.of(new Remembered(Instant.parse(values.get("latest")), Duration.parse(values.get("offset")),
                    Boolean.parseBoolean(values.get("own")), values.get("source"),
                    sync.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(sync)), values.get("process")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | DateTimeException | NullPointerException e) {
            LOG.warn("What the clock was at last is not known: {} cannot be read ({})", file, e.toString());
            return Optional.empty();
        }
    }

    void save(Remembered now) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling("clock.new");
            Files.write(fresh, List.of("latest=" + now.latest(), "offset=" + now.offset(), "own=" + now.own(),
                    "source=" + now.source(), "lastSync=" + now.lastSync().map(Instant::toString).orElse(""),
                    "process=" + now.process()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("The time cannot be noted in {}: {}", file, e.toString());
            }
            failing = true;
        }
    }
}
