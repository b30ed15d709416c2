package org.opensem.examples.standby;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.opensem.metering.LiveSamples;
import org.opensem.metering.Sample;
import org.opensem.language.Translations;
import org.opensem.web.ViewContext;
import org.opensem.web.ViewContribution;
import org.opensem.web.ViewDescriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The menu entry "Standby watch". The sampler may be away for a while: then there is nothing to show, and no fault. */
@org.osgi.service.component.annotations.Component
public final class StandbyContribution implements ViewContribution {
    private static final int ORDER = 1010;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LiveSamples samples;

    private final StandbySettings settings;

    @Activate
    public StandbyContribution(@Reference StandbySettings settings) {
        this.settings = settings;
    }

    @Override
    public ViewDescriptor descriptor() {
        return new ViewDescriptor("standby", "moon", ORDER,
                locale -> Translations.of(StandbyContribution.class, locale).get("title"));
    }

    @Override
    public Component create(ViewContext context) {
        return new StandbyView(context, this::from, settings::alertWatts);
    }

    private List<Sample> from(long epochSecond) {
        LiveSamples service = samples;
        return service == null ? List.of() : service.from(epochSecond);
    }
}
