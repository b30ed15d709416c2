package org.opensem.web.graph.internal;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.opensem.metering.Sample;
import org.opensem.web.ViewContext;
import org.opensem.web.chart.PowerCurve;
import org.opensem.web.component.Panel;
import org.opensem.web.component.Say;

/** What stands in the curve's place while nothing was ever measured, with the way to the meter. */
final class Blank {
    private static final String SETTINGS = "settings";

    private final ViewContext context;
    private final Say say = new Say("graph");
    private final Panel panel;

    Blank(Words words, ViewContext context) {
        this.context = context;
        say.tell(words.get("empty"), words.get("empty.more"));
        say.step(words.get("empty.step"), () -> context.open(SETTINGS, Map.of("section", "driver")));
        panel = new Panel("say", words.get("title")).body(say);
        panel.setVisible(false);
    }

    Panel panel() {
        return panel;
    }

    /** @return whether it stands there: today is over nothing, and so is all before it */
    boolean show(PowerCurve curve, ZonedDateTime now, Optional<Sample> newest) {
        boolean today = now.toEpochSecond() < curve.dayTo();
        boolean empty = today && newest.isEmpty() && curve.first() != null && curve.first() >= curve.dayTo();
        say.offer(context.hasView(SETTINGS));
        panel.setVisible(empty);
        return empty;
    }
}
