package org.opensem.database.internal.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.derby.io.StorageFile;
import org.apache.derby.io.StorageRandomAccessFile;
import org.apache.derby.shared.common.error.StandardException;

/** A file on a {@link CutDisk}: the file system's, but every change is told to the disk first. */
final class CutFile implements StorageFile {
    private final StorageFile file;

    CutFile(StorageFile file) {
        this.file = file;
    }

    static StorageFile unwrap(StorageFile file) {
        return file instanceof CutFile cut ? cut.file : file;
    }

    Path path() {
        return Path.of(file.getPath()).toAbsolutePath().normalize();
    }

    @Override
    public String[] list() {
        return file.list();
    }

    @Override
    public boolean canWrite() {
        return file.canWrite();
    }

    @Override
    public boolean exists() {
        return file.exists();
    }

    @Override
    public boolean isDirectory() {
        return file.isDirectory();
    }

    @Override
    public boolean delete() {
        if (!CutDisk.mayChange()) {
            return false;
        }
        CutDisk.deleted(path());
        return file.delete();
    }

    @Override
    public boolean deleteAll() {
        if (!CutDisk.mayChange()) {
            return false;
        }
        CutDisk.deleted(path());
        return file.deleteAll();
    }

    @Override
    public String getPath() {
        return file.getPath();
    }

    @Override
    public String getCanonicalPath() throws IOException {
        return file.getCanonicalPath();
    }

    @Override
    public String getName() {
        return file.getName();
    }

    @Override
    public boolean createNewFile() throws IOException {
        CutDisk.creating(path());
        return file.createNewFile();
    }

    @Override
    public boolean renameTo(StorageFile to) {
        if (!CutDisk.mayChange()) {
            return false;
        }
        boolean done = file.renameTo(unwrap(to));
        if (done) {
            CutDisk.renamed(path(), ((CutFile) to).path());
        }
        return done;
    }

    @Override
    public boolean mkdir() {
        return CutDisk.mayChange() && file.mkdir();
    }

    @Override
    public boolean mkdirs() {
        return CutDisk.mayChange() && file.mkdirs();
    }

    @Override
    public boolean setReadOnly() {
        return CutDisk.mayChange() && file.setReadOnly();
    }

    @Override
    public StorageFile getParentDir() {
        return file.getParentDir() == null ? null : new CutFile(file.getParentDir());
    }

    @Override
    public OutputStream getOutputStream() throws FileNotFoundException {
        return getOutputStream(false);
    }

    @Override
    public OutputStream getOutputStream(boolean append) throws FileNotFoundException {
        try {
            CutDisk.creating(path());
            Stream stream = new Stream(path());
            stream.start(append);
            return stream;
        } catch (IOException e) {
            throw notOpened(e);
        }
    }

    @Override
    public InputStream getInputStream() throws FileNotFoundException {
        try {
            CutDisk.check();
            return file.getInputStream();
        } catch (FileNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw notOpened(e);
        }
    }

    @Override
    public int getExclusiveFileLock() throws StandardException {
        return file.getExclusiveFileLock();
    }

    @Override
    public void releaseExclusiveFileLock() {
        file.releaseExclusiveFileLock();
    }

    @Override
    public StorageRandomAccessFile getRandomAccessFile(String mode) throws FileNotFoundException {
        try {
            CutDisk.check();
            if (!mode.equals("r") && !Files.exists(path())) {
                CutDisk.creating(path());
            }
            return new CutRandomFile(path(), mode);
        } catch (IOException e) {
            throw notOpened(e);
        }
    }

    @Override
    public void limitAccessToOwner() throws IOException {
        file.limitAccessToOwner();
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private static FileNotFoundException notOpened(IOException e) {
        if (e instanceof FileNotFoundException missing) {
            return missing;
        }
        FileNotFoundException result = new FileNotFoundException(e.getMessage());
        result.initCause(e);
        return result;
    }

    /** A stream into a file. */
    static final class Stream extends OutputStream {
        private final Path path;
        private final RandomAccessFile target;

        Stream(Path path) throws IOException {
            this.path = path;
            this.target = new RandomAccessFile(path.toFile(), "rw");
        }

        void start(boolean append) throws IOException {
            if (append) {
                target.seek(target.length());
            } else {
                CutDisk.setLength(path, target, 0);
            }
        }

        void sync() throws IOException {
            CutDisk.sync(path);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            CutDisk.write(path, target, bytes, from, length, false);
        }

        @Override
        public void close() {
            try {
                target.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
