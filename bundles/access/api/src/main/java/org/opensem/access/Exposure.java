package org.opensem.access;

/**
 * How far openSEM can be reached.
 *
 * @param passwordSet whether there is an owner's password
 * @param guarded whether the password is asked for: it is set and protection is on
 * @param network whether the doors are open to the network, not to this machine only
 * @param https whether there is an HTTPS door beside the HTTP one
 * @param setup whether somebody on the network may set the first password with the setup code
 */
public record Exposure(boolean passwordSet, boolean guarded, boolean network, boolean https, boolean setup) {
    /** Nothing but this machine. */
    public static final Exposure LOCAL = new Exposure(false, false, false, false, false);
}
