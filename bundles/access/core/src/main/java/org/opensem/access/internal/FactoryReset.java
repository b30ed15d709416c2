package org.opensem.access.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the data folder at the start after somebody asked for it. The file that asks goes last, so that a power cut in between
 * means: go on at the next start.
 */
final class FactoryReset {
    static final String MARKER = "factory-reset";

    private static final Logger LOG = LoggerFactory.getLogger(FactoryReset.class);
    /** Taken by the database as long as it is open, see bundles/database/derby. */
    private static final String LOCK = "lock";

    private final Path data;

    FactoryReset(Path data) {
        this.data = data;
    }

    private Path marker() {
        return data.resolve(MARKER);
    }

    /** Asks for it. @throws org.opensem.settings.SettingsException if that cannot be kept */
    void ask() {
        new KeptFile(marker()).write(Map.of("asked", "true"));
    }

    /** Does what was asked for, if it was. Only while a process starts and nothing of the folder is in use. */
    void finish() {
        if (!Files.exists(marker())) {
            return;
        }
        LOG.warn("Factory reset: everything in {} is deleted", data);
        try (FileChannel channel = FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                LOG.error("Another openSEM uses {}: it is not reset", data);
                return;
            }
            empty();
            Files.delete(marker());
            LOG.info("Factory reset done");
        } catch (OverlappingFileLockException e) {
            LOG.error("This openSEM uses {} already: it is reset at the next start", data);
        } catch (IOException e) {
            LOG.error("The factory reset is not complete, it goes on at the next start: {}", e.toString());
        }
    }

    private void empty() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(data)) {
            all = files.filter(file -> !List.of(MARKER, LOCK).contains(file.getFileName().toString())).toList();
        }
        for (Path file : all) {
            Files.walkFileTree(file, new Deleting());
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException fault) throws IOException {
            if (fault != null) {
                throw fault;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
