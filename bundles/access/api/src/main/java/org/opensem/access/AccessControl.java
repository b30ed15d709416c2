package org.opensem.access;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Decides on every request, at every door. */
@ProviderType
public interface AccessControl {

    /** Whether somebody may, and as whom. Quick: may be asked for each request. */
    Decision decide(AccessRequest request);

    /** How far openSEM can be reached now. */
    Exposure exposure();

    /**
     * The host names and addresses by which the network knows this device, those that people type first: {@code sem-1a2b3c}, its
     * addresses, the configured ones. IPv6 addresses without brackets.
     */
    List<String> names();
}
