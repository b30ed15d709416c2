package org.opensem.metering.sampler.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.opensem.metering.DriverStatus;

/**
 * Keeps a real meter's data, the simulated house and replays apart (T3): the data folder's file {@code kind} holds one of
 * {@code meter}, {@code simulator}, {@code replay}, written when the first driver is read.
 */
final class DataKind {
    private static final Set<String> KINDS = Set.of("meter", "simulator", "replay");
    private final Path file;

    /** @param folder the data folder; null if there is none, then everything is admitted */
    DataKind(Path folder) {
        this.file = folder == null ? null : folder.resolve("kind");
    }

    /** Why this driver's samples must not go into the data folder; empty if they may. */
    Optional<String> refusal(String driverId, DriverStatus status) {
        if (file == null) {
            return Optional.empty();
        }
        String kind = kindOf(driverId, status);
        try {
            // A power cut may have left it empty.
            String found = Files.exists(file) ? Files.readString(file).strip() : "";
            if (found.isEmpty()) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, kind + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.DSYNC);
                return Optional.empty();
            }
            if (found.equals(kind)) {
                return Optional.empty();
            }
            return Optional.of(KINDS.contains(found)
                    ? "The data folder " + file.getParent() + " holds the data of a " + found + "; the driver " + driverId
                            + " needs a data folder of its own (--data DIR or --fresh)"
                    : "The file " + file + " must hold one of meter, simulator, replay, but holds \"" + found + "\"");
        } catch (IOException e) {
            return Optional.of("The file " + file + " cannot be read or written, so that the driver " + driverId
                    + " is not read: " + e);
        }
    }

    private static String kindOf(String driverId, DriverStatus status) {
        if (!status.demo()) {
            return "meter";
        }
        return driverId.equals("replay") ? "replay" : "simulator";
    }
}
