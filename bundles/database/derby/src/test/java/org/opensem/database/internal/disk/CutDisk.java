package org.opensem.database.internal.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * A disk whose power can be cut. The files are real and hold what was written; beside each file written to, this keeps what a
 * sync has made durable and the writes since. At a cut the writes that no sync followed are lost, or by chance survive in some
 * of the files, so that the log and the tables part as on a real disk with a cache; a page is never torn, because Derby does
 * not promise to mend that. A file that was created and never synced is gone; deletions and renames are at once durable. The
 * same disk can be small, to be full.
 */
public final class CutDisk {
    /** One write; a null content sets the length. */
    private record Write(long offset, byte[] content) {}

    private static final class Shadow {
        private byte[] durable;
        private final List<Write> pending = new ArrayList<>();
    }

    private static final Map<Path, Shadow> SHADOWS = new LinkedHashMap<>();
    private static boolean off;
    private static BooleanSupplier moment = () -> false;
    private static long roomBytes = Long.MAX_VALUE;
    private static long syncs;

    private CutDisk() {}

    /** Sets the power off at the first writing operation on whose thread this is true; it may {@link #letOthersRun}. */
    public static synchronized void cutWhen(BooleanSupplier condition) {
        moment = condition;
    }

    /** For what {@link #cutWhen} asks: a millisecond in which other threads can use the disk. */
    public static synchronized void letOthersRun() {
        try {
            CutDisk.class.wait(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static synchronized boolean isOff() {
        return off;
    }

    /** How many more bytes files may grow. */
    public static synchronized void room(long bytes) {
        roomBytes = bytes;
    }

    /** Syncs, and writes to files opened for synchronous writing, since the last call. */
    public static synchronized long takeSyncs() {
        long count = syncs;
        syncs = 0;
        return count;
    }

    /**
     * Power comes back: the files hold what was durable, and of the other writes those that survived.
     *
     * @param survival probability that a file's writes that were not synced survived
     */
    public static synchronized void powerOn(RandomGenerator random, double survival) throws IOException {
        for (Map.Entry<Path, Shadow> entry : SHADOWS.entrySet()) {
            byte[] content = entry.getValue().durable;
            boolean survives = random.nextDouble() < survival;
            for (Write write : entry.getValue().pending) {
                if (survives) {
                    content = apply(content == null ? new byte[0] : content, write);
                }
            }
            if (content == null) {
                Files.deleteIfExists(entry.getKey());
            } else if (Files.exists(entry.getKey().getParent())) {
                Files.write(entry.getKey(), content);
            }
        }
        reset();
    }

    /** Forgets everything: the files as they are now are durable. */
    public static synchronized void reset() {
        SHADOWS.clear();
        off = false;
        moment = () -> false;
        roomBytes = Long.MAX_VALUE;
        syncs = 0;
    }

    static synchronized void check() throws IOException {
        if (off) {
            throw new IOException("The power is off");
        }
    }

    private static void operation() throws IOException {
        check();
        if (moment.getAsBoolean()) {
            off = true;
            throw new IOException("The power was cut");
        }
    }

    /** Before a file is created: it does not exist durably until it is synced. */
    static synchronized void creating(Path path) throws IOException {
        operation();
        if (!Files.exists(path)) {
            SHADOWS.putIfAbsent(path, new Shadow());
        }
    }

    static synchronized void write(Path path, RandomAccessFile file, byte[] bytes, int from, int length, boolean synchronous)
            throws IOException {
        operation();
        grow(Math.max(0, file.getFilePointer() + length - file.length()));
        Shadow shadow = shadow(path);
        shadow.pending.add(new Write(file.getFilePointer(), Arrays.copyOfRange(bytes, from, from + length)));
        file.write(bytes, from, length);
        if (synchronous) {
            harden(shadow);
        }
    }

    static synchronized void setLength(Path path, RandomAccessFile file, long length) throws IOException {
        operation();
        grow(Math.max(0, length - file.length()));
        shadow(path).pending.add(new Write(length, null));
        file.setLength(length);
    }

    static synchronized void sync(Path path) throws IOException {
        operation();
        Shadow shadow = SHADOWS.get(path);
        if (shadow != null) {
            harden(shadow);
        }
    }

    static synchronized void renamed(Path from, Path to) {
        Shadow shadow = SHADOWS.remove(from);
        if (shadow != null) {
            SHADOWS.put(to, shadow);
        }
    }

    static synchronized void deleted(Path path) {
        SHADOWS.keySet().removeIf(known -> known.startsWith(path));
    }

    static synchronized boolean mayChange() {
        return !off;
    }

    private static void grow(long bytes) throws IOException {
        if (bytes > roomBytes) {
            throw new IOException("No space left on device");
        }
        roomBytes -= bytes;
    }

    private static Shadow shadow(Path path) throws IOException {
        Shadow shadow = SHADOWS.get(path);
        if (shadow == null) {
            shadow = new Shadow();
            shadow.durable = Files.readAllBytes(path);
            SHADOWS.put(path, shadow);
        }
        return shadow;
    }

    private static void harden(Shadow shadow) {
        syncs++;
        byte[] content = shadow.durable == null ? new byte[0] : shadow.durable;
        for (Write write : shadow.pending) {
            content = apply(content, write);
        }
        shadow.durable = content;
        shadow.pending.clear();
    }

    private static byte[] apply(byte[] content, Write write) {
        if (write.content == null) {
            return Arrays.copyOf(content, Math.toIntExact(write.offset));
        }
        int end = Math.toIntExact(write.offset + write.content.length);
        byte[] result = end > content.length ? Arrays.copyOf(content, end) : content;
        System.arraycopy(write.content, 0, result, Math.toIntExact(write.offset), write.content.length);
        return result;
    }
}
