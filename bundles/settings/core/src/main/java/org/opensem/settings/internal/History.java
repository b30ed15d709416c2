package org.opensem.settings.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a group was: a file for each revision, whose name tells its number, its time and its origin. A revision is written before
 * the settings are, under a name that does not count, and gets its own when they are in force: so neither is there without the
 * other, whenever the power fails. The group's lock guards it.
 */
final class History {
    static final int MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final String PENDING = ".pending";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'")
            .withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})_([0-9]{8}T[0-9]{6}\\.[0-9]{3}Z)_([a-z][a-z0-9-]*)\\.cfg");

    private final Path folder;

    /** @param folder of this group's own */
    History(Path folder) {
        this.folder = folder;
    }

    record Entry(long number, Instant time, String origin, Path file) {}

    /** Newest first. */
    List<Entry> entries() {
        return list(NAME).map(file -> entry(file, file.getFileName().toString())).flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(Entry::number).reversed()).toList();
    }

    private Stream<Path> list(Pattern name) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name.matcher(file.getFileName().toString()).matches()).toList().stream();
        } catch (IOException e) {
            LOG.warn("The history in {} cannot be read: {}", folder, e.toString());
            return Stream.empty();
        }
    }

    private static Optional<Entry> entry(Path file, String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant time = TIME.parse(parts.group(2), Instant::from);
        return Optional.of(new Entry(Long.parseLong(parts.group(1)), time, parts.group(3), file));
    }

    /** An entry's values. */
    static Map<String, String> values(Entry entry) throws IOException {
        try {
            return PropertyText.parse(Files.readString(entry.file()));
        } catch (IllegalArgumentException e) {
            throw new IOException(entry.file() + " is damaged", e);
        }
    }

    /**
     * Writes a revision that does not count yet.
     *
     * @param values without secrets
     * @param time if it is known; else the file system's is taken
     */
    Path begin(Map<String, String> values, String origin, Optional<Instant> time) throws IOException {
        long number = entries().stream().findFirst().map(Entry::number).orElse(0L) + 1;
        Path draft = folder.resolve(number + PENDING);
        Durable.write(draft, PropertyText.format(List.of(), values).getBytes(StandardCharsets.UTF_8));
        Instant since = time.isPresent() ? time.get() : Files.getLastModifiedTime(draft).toInstant();
        Path pending = folder.resolve(number + "_" + TIME.format(since) + "_" + origin + ".cfg" + PENDING);
        Durable.move(draft, pending);
        return pending;
    }

    /** The settings are in force: the revision counts. */
    void end(Path pending) throws IOException {
        String name = pending.getFileName().toString();
        Durable.move(pending, folder.resolve(name.substring(0, name.length() - PENDING.length())));
        for (Entry entry : entries().stream().skip(MOST).toList()) {
            Files.deleteIfExists(entry.file());
        }
    }

    /** The settings could not be changed: the revision never was. */
    void cancel(Path pending) {
        try {
            Durable.delete(pending);
        } catch (IOException e) {
            LOG.warn("{} of a change that failed cannot be cleared away: {}", pending, e.toString());
        }
    }

    /**
     * After a crash: what was begun counts if the settings are what it tells, else it never was.
     *
     * @param values without secrets
     */
    void recover(Map<String, String> values) {
        for (Path pending : list(Pattern.compile(".*" + Pattern.quote(PENDING))).toList()) {
            try {
                String name = pending.getFileName().toString();
                if (entry(pending, name.substring(0, name.length() - PENDING.length())).isPresent()
                        && PropertyText.parse(Files.readString(pending)).equals(values)) {
                    end(pending);
                } else {
                    Durable.delete(pending);
                }
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} of an interrupted change cannot be cleared away: {}", pending, e.toString());
            }
        }
    }
}
