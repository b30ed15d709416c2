package org.opensem.access;

import org.osgi.annotation.versioning.ConsumerType;

/** Registered as a service by whoever must know when {@link AccessControl} decides otherwise than before. */
@ConsumerType
public interface AccessListener {

    /**
     * The exposure has changed, or sessions or tokens have ended: look anew. Called after the change, on the thread that made it;
     * must not block.
     */
    void accessChanged();
}
