package org.opensem.access;

import org.opensem.access.Decision.Caller;
import org.opensem.access.Decision.Refusal;

/**
 * Asks {@link AccessControl}, and knows what holds while it is being updated: the network stays outside. Somebody at this machine
 * goes on only if the last that was heard is that no password is asked for.
 */
public final class Gate {
    private volatile AccessControl control;
    private volatile boolean unguarded;

    /** Takes the service that is there now. */
    public void set(AccessControl next) {
        control = next;
    }

    /** Lets go of the service, unless another one has come already. */
    public void unset(AccessControl gone) {
        if (control == gone) {
            unguarded = !gone.exposure().guarded();
            control = null;
        }
    }

    public Decision decide(AccessRequest request) {
        AccessControl present = control;
        if (present != null) {
            return present.decide(request);
        }
        return unguarded && Local.is(request) ? Decision.admitted(Caller.LOCAL) : Decision.refused(Refusal.UPDATING);
    }

    /** While the service is away: nothing but this machine. */
    public Exposure exposure() {
        AccessControl present = control;
        return present == null ? Exposure.LOCAL : present.exposure();
    }
}
