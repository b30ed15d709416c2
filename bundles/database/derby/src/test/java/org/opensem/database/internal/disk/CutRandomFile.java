package org.opensem.database.internal.disk;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.derby.io.StorageRandomAccessFile;

/** Random access to a file on a {@link CutDisk}. */
final class CutRandomFile implements StorageRandomAccessFile {
    private final Path path;
    private final String mode;
    private final boolean synchronous;
    private final RandomAccessFile file;

    CutRandomFile(Path path, String mode) throws IOException {
        this.path = path;
        this.mode = mode;
        this.synchronous = mode.equals("rws") || mode.equals("rwd");
        this.file = new RandomAccessFile(path.toFile(), mode.equals("r") ? "r" : "rw");
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private void put(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(new DataOutputStream(bytes));
        write(bytes.toByteArray(), 0, bytes.size());
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        CutDisk.write(path, file, bytes, from, length, synchronous);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(int b) throws IOException {
        put(out -> out.write(b));
    }

    @Override
    public void writeBoolean(boolean v) throws IOException {
        put(out -> out.writeBoolean(v));
    }

    @Override
    public void writeByte(int v) throws IOException {
        put(out -> out.writeByte(v));
    }

    @Override
    public void writeShort(int v) throws IOException {
        put(out -> out.writeShort(v));
    }

    @Override
    public void writeChar(int v) throws IOException {
        put(out -> out.writeChar(v));
    }

    @Override
    public void writeInt(int v) throws IOException {
        put(out -> out.writeInt(v));
    }

    @Override
    public void writeLong(long v) throws IOException {
        put(out -> out.writeLong(v));
    }

    @Override
    public void writeFloat(float v) throws IOException {
        put(out -> out.writeFloat(v));
    }

    @Override
    public void writeDouble(double v) throws IOException {
        put(out -> out.writeDouble(v));
    }

    @Override
    public void writeBytes(String s) throws IOException {
        put(out -> out.writeBytes(s));
    }

    @Override
    public void writeChars(String s) throws IOException {
        put(out -> out.writeChars(s));
    }

    @Override
    public void writeUTF(String s) throws IOException {
        put(out -> out.writeUTF(s));
    }

    @Override
    public void setLength(long length) throws IOException {
        CutDisk.setLength(path, file, length);
    }

    @Override
    public void sync() {
        try {
            CutDisk.sync(path);
        } catch (IOException e) {
            // Derby tries a sync that fails with an IOException again for four seconds, which makes a test of many cuts slow.
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public long getFilePointer() throws IOException {
        return file.getFilePointer();
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public void seek(long position) throws IOException {
        file.seek(position);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        CutDisk.check();
        return file.read(bytes, from, length);
    }

    @Override
    public void readFully(byte[] bytes) throws IOException {
        readFully(bytes, 0, bytes.length);
    }

    @Override
    public void readFully(byte[] bytes, int from, int length) throws IOException {
        CutDisk.check();
        file.readFully(bytes, from, length);
    }

    @Override
    public int skipBytes(int n) throws IOException {
        return file.skipBytes(n);
    }

    @Override
    public boolean readBoolean() throws IOException {
        return file.readBoolean();
    }

    @Override
    public byte readByte() throws IOException {
        return file.readByte();
    }

    @Override
    public int readUnsignedByte() throws IOException {
        return file.readUnsignedByte();
    }

    @Override
    public short readShort() throws IOException {
        return file.readShort();
    }

    @Override
    public int readUnsignedShort() throws IOException {
        return file.readUnsignedShort();
    }

    @Override
    public char readChar() throws IOException {
        return file.readChar();
    }

    @Override
    public int readInt() throws IOException {
        return file.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return file.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return file.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return file.readDouble();
    }

    @Override
    public String readLine() throws IOException {
        return file.readLine();
    }

    @Override
    public String readUTF() throws IOException {
        return file.readUTF();
    }

    @Override
    public StorageRandomAccessFile clone() {
        try {
            return new CutRandomFile(path, mode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
