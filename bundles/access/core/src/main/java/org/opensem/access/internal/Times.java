package org.opensem.access.internal;

import java.time.Instant;
import org.opensem.time.ClockService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The clock service, which may be updated alone: meanwhile it is as late as it was. */
@Component(service = Times.class)
public final class Times {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ClockService clock;

    private volatile Instant last = Instant.EPOCH;

    /** Called by the runtime. */
    public Times() {
        // The clock comes by its reference.
    }

    Times(ClockService clock) {
        this.clock = clock;
    }

    Instant now() {
        ClockService present = clock;
        if (present != null) {
            last = present.now();
        }
        return last;
    }
}
