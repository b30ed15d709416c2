package org.opensem.examples.standby;

import com.vaadin.flow.component.Component;
import org.opensem.language.Translations;
import org.opensem.web.ViewContext;
import org.opensem.web.ViewContribution;
import org.opensem.web.ViewDescriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The menu entry "Standby watch". */
@org.osgi.service.component.annotations.Component
public final class StandbyContribution implements ViewContribution {
    private static final int ORDER = 1010;

    private final StandbyWatch watch;

    @Activate
    public StandbyContribution(@Reference StandbyWatch watch) {
        this.watch = watch;
    }

    @Override
    public ViewDescriptor descriptor() {
        return new ViewDescriptor("standby", "moon", ORDER,
                locale -> Translations.of(StandbyContribution.class, locale).get("title"));
    }

    @Override
    public Component create(ViewContext context) {
        return new StandbyView(context, watch);
    }
}
