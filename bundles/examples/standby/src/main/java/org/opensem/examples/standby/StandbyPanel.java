package org.opensem.examples.standby;

import com.vaadin.flow.component.html.Paragraph;
import org.opensem.language.Translations;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;
import org.opensem.web.home.HomePanel;
import org.opensem.web.home.PanelContext;
import org.opensem.web.home.PanelDescriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plug-in's panel on Home: what runs when everything is off. */
@Component
public final class StandbyPanel implements HomePanel {
    private static final int ORDER = 1010;
    private static final int COLUMNS = 6;

    private final StandbyWatch watch;

    @Activate
    public StandbyPanel(@Reference StandbyWatch watch) {
        this.watch = watch;
    }

    @Override
    public PanelDescriptor descriptor() {
        return new PanelDescriptor("standby", ORDER, COLUMNS, locale -> Translations.of(StandbyPanel.class, locale).get("panel"));
    }

    @Override
    public Panel create(PanelContext context) {
        Translations texts = Translations.of(StandbyPanel.class, context.locale());
        Figure lowest = Figure.sized("fig", "m");
        Paragraph hint = new Paragraph();
        context.onLive(sample -> watch.last(Standby.MOST_MINUTES).ifPresent(result -> {
            lowest.set(context.formats().power(result.watts()));
            hint.setText(StandbyView.hint(texts, context.formats(), result, watch.alertWatts()));
        }));
        return new Panel("standby", texts.get("panel")).body(lowest, hint);
    }
}
