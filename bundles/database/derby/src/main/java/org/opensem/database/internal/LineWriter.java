package org.opensem.database.internal;

import java.io.Writer;
import java.util.function.Consumer;

/** Hands text over line by line. */
final class LineWriter extends Writer {
    private static final int LONGEST = 8_192;
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();

    LineWriter(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        synchronized (lock) {
            for (int i = offset; i < offset + length; i++) {
                if (text[i] == '\n' || line.length() >= LONGEST) {
                    emit();
                }
                if (text[i] != '\n' && text[i] != '\r') {
                    line.append(text[i]);
                }
            }
        }
    }

    private void emit() {
        if (!line.toString().isBlank()) {
            lines.accept(line.toString());
        }
        line.setLength(0);
    }

    @Override
    public void flush() {
        // Lines are handed over when they end.
    }

    @Override
    public void close() {
        synchronized (lock) {
            emit();
        }
    }
}
