package org.opensem.feed.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.Decision;
import org.opensem.access.Decision.Refusal;
import org.opensem.access.Exposure;
import org.opensem.access.Local;

/** Lets in who is at this machine, and who has the token. */
final class FakeAccess implements AccessControl {
    volatile boolean network;
    volatile boolean guarded;
    volatile String token = "secret";
    volatile boolean swapped;
    final AtomicInteger faults = new AtomicInteger();
    volatile Runnable afterDecision = () -> { };

    @Override
    public Decision decide(AccessRequest request) {
        try {
            return isKnown(request) ? Decision.admitted(Decision.Caller.LOCAL)
                    : Decision.refused(guarded ? Refusal.UNKNOWN_CALLER : Refusal.FOREIGN_ORIGIN);
        } finally {
            afterDecision.run();
        }
    }

    private boolean isKnown(AccessRequest request) {
        return !guarded && Local.is(request) || ("Bearer " + token).equals(request.header("Authorization"));
    }

    @Override
    public Exposure exposure() {
        if (swapped) {
            faults.incrementAndGet();
            throw new NoClassDefFoundError("of a bundle that is gone");
        }
        return new Exposure(guarded, guarded, network, false, false);
    }

    @Override
    public List<String> names() {
        return List.of();
    }
}
