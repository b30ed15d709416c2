package org.opensem.database;

/** There is no room on the disk: nothing of the call was stored, and it may be tried again once there is, see {@link PatientStart}. */
public class DiskFullException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public DiskFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
