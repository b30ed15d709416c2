package org.opensem.store.internal.codec;

/** Stored bytes are not what was written: what they held is a gap. */
public final class CorruptBlockException extends Exception {
    private static final long serialVersionUID = 1L;

    CorruptBlockException(String message) {
        super(message);
    }

    CorruptBlockException(String message, Throwable cause) {
        super(message, cause);
    }
}
