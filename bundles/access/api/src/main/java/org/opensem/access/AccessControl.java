package org.opensem.access;

import org.osgi.annotation.versioning.ProviderType;

/** Decides on every request, at every door. */
@ProviderType
public interface AccessControl {

    /** Whether somebody may, and as whom. Quick: may be asked for each request. */
    Decision decide(AccessRequest request);

    /** How far openSEM can be reached now. */
    Exposure exposure();
}
