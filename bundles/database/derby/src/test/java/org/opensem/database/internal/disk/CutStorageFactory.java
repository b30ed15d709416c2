package org.opensem.database.internal.disk;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.derby.impl.io.DirStorageFactory;
import org.apache.derby.io.StorageFactory;
import org.apache.derby.io.StorageFile;
import org.apache.derby.io.WritableStorageFactory;

/** Derby's file access through a {@link CutDisk}. Use it with {@code System.setProperty(PROPERTY, class name)}. */
public final class CutStorageFactory implements WritableStorageFactory {
    public static final String NAME = "cut";
    public static final String PROPERTY = "derby.subSubProtocol." + NAME;

    private final DirStorageFactory files = new DirStorageFactory();

    @Override
    public void init(String home, String databaseName, String tempDirName, String uniqueName) throws IOException {
        files.init(home, databaseName, tempDirName, uniqueName);
    }

    @Override
    public void shutdown() {
        files.shutdown();
    }

    @Override
    public String getCanonicalName() throws IOException {
        return files.getCanonicalName();
    }

    @Override
    public void setCanonicalName(String name) {
        files.setCanonicalName(name);
    }

    @Override
    public StorageFile newStorageFile(String path) {
        return new CutFile(files.newStorageFile(path));
    }

    @Override
    public StorageFile newStorageFile(String directory, String file) {
        return new CutFile(files.newStorageFile(directory, file));
    }

    @Override
    public StorageFile newStorageFile(StorageFile directory, String file) {
        return new CutFile(files.newStorageFile(CutFile.unwrap(directory), file));
    }

    @Override
    public char getSeparator() {
        return files.getSeparator();
    }

    @Override
    public StorageFile getTempDir() {
        return files.getTempDir() == null ? null : new CutFile(files.getTempDir());
    }

    @Override
    public boolean isFast() {
        return files.isFast();
    }

    @Override
    public boolean isReadOnlyDatabase() {
        return files.isReadOnlyDatabase();
    }

    @Override
    public boolean supportsRandomAccess() {
        return files.supportsRandomAccess();
    }

    @Override
    public int getStorageFactoryVersion() {
        return StorageFactory.VERSION_NUMBER;
    }

    @Override
    public StorageFile createTemporaryFile(String prefix, String suffix) throws IOException {
        CutDisk.check();
        return new CutFile(files.createTemporaryFile(prefix, suffix));
    }

    @Override
    public void sync(OutputStream stream, boolean metaData) throws IOException {
        stream.flush();
        ((CutFile.Stream) stream).sync();
    }

    @Override
    public boolean supportsWriteSync() {
        return files.supportsWriteSync();
    }
}
