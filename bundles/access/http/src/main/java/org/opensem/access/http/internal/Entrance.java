package org.opensem.access.http.internal;

import java.util.List;
import org.opensem.access.AccessControl;
import org.opensem.access.AccessRequest;
import org.opensem.access.Decision;
import org.opensem.access.Exposure;
import org.opensem.access.Gate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The gate behind all HTTP doors. While the part that decides is being updated, the doors stay as they are and refuse. */
@Component(service = Entrance.class)
public final class Entrance {
    private final Gate gate = new Gate();
    private volatile AccessControl control;
    private volatile Exposure exposure = Exposure.LOCAL;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setControl(AccessControl next) {
        control = next;
        gate.set(next);
    }

    void unsetControl(AccessControl gone) {
        exposure = gone.exposure();
        gate.unset(gone);
        if (control == gone) {
            control = null;
        }
    }

    Decision decide(AccessRequest request) {
        return gate.decide(request);
    }

    /** How far the doors are to be open: as it was last said. */
    Exposure exposure() {
        AccessControl present = control;
        return present == null ? exposure : present.exposure();
    }

    List<String> names() {
        AccessControl present = control;
        return present == null ? List.of() : present.names();
    }
}
