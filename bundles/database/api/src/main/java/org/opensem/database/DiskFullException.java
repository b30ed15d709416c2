package org.opensem.database;

/** There is no room on the disk: nothing of the call was stored. It may be tried again, see {@link PatientStart}. */
public class DiskFullException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public DiskFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
