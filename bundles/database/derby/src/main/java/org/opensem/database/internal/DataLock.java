package org.opensem.database.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.opensem.database.DatabaseException;

/** One process at a time per data folder: a lock on {@code <data>/lock}, which the operating system frees with the process. */
final class DataLock implements AutoCloseable {
    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws DatabaseException with a text for people if the folder cannot be written or somebody else has it */
    static DataLock take(Path data) {
        FileChannel channel = open(data);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(data, channel);
            }
            byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid), 0);
            return new DataLock(channel);
        } catch (OverlappingFileLockException e) {
            throw closing(channel, taken(data, channel));
        } catch (IOException e) {
            throw closing(channel, unusable(data, e));
        } catch (DatabaseException e) {
            throw closing(channel, e);
        }
    }

    private static FileChannel open(Path data) {
        try {
            Files.createDirectories(data);
            return FileChannel.open(
                    data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(data, e);
        }
    }

    /** What people are told of a folder in which nothing can be written. */
    static DatabaseException unusable(Path data, IOException e) {
        if (DiskFull.is(e)) {
            return DiskFull.at(data, e);
        }
        return new DatabaseException("The data folder " + data + " cannot be written by user "
                + System.getProperty("user.name") + ": change its owner, or choose another with --data DIR or OPENSEM_DATA ("
                + e + ")", e);
    }

    private static DatabaseException taken(Path data, FileChannel channel) {
        String owner = owner(channel);
        return new DatabaseException("Another openSEM is using " + data + owner
                + ": stop it first, or give this one a data folder of its own with --data DIR or OPENSEM_DATA");
    }

    private static String owner(FileChannel channel) {
        ByteBuffer pid = ByteBuffer.allocate(20);
        try {
            channel.read(pid, 0);
        } catch (IOException e) {
            // Only decoration of the message; some systems forbid reading a locked file.
            return "";
        }
        String text = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
        return text.matches("\\d+") ? " (process " + text + ")" : "";
    }

    private static DatabaseException closing(FileChannel channel, DatabaseException reason) {
        try {
            channel.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseException("The data folder's lock could not be freed", e);
        }
    }
}
