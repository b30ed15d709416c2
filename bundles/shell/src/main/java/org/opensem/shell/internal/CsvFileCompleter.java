package org.opensem.shell.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Completes folders and the files that can be imported. */
@Service
public final class CsvFileCompleter extends FileCompleter {
    @Override
    protected boolean accept(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        return super.accept(path) && (Files.isDirectory(path) || Stream.of(".csv", ".gz", ".zip").anyMatch(name::endsWith));
    }
}
