package org.opensem.store;

/** The store could not do it now; nothing of the call was stored. The message is for people. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
