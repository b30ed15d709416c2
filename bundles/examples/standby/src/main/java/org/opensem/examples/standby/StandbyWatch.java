package org.opensem.examples.standby;

import java.util.List;
import java.util.Optional;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What view and panel ask. The sampler may be away for a while: then there is nothing to show, and no fault. */
@Component(service = StandbyWatch.class)
public final class StandbyWatch {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LiveSamples samples;

    private final StandbySettings settings;

    @Activate
    public StandbyWatch(@Reference StandbySettings settings) {
        this.settings = settings;
    }

    StandbyWatch(StandbySettings settings, LiveSamples samples) {
        this(settings);
        this.samples = samples;
    }

    /** The lowest power of the last minutes; empty when there are no samples of them. */
    Optional<Standby.Result> last(int minutes) {
        LiveSamples service = samples;
        List<Sample> found = service == null ? List.of() : service.newest()
                .map(newest -> service.from(newest.epochSecond() - 60L * minutes + 1)).orElse(List.of());
        return Standby.of(found);
    }

    /** Above so many watts standby is worth a hint. */
    double alertWatts() {
        return settings.alertWatts();
    }
}
