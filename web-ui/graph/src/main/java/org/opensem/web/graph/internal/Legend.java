package org.opensem.web.graph.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.opensem.language.Dates;
import org.opensem.web.chart.PowerCurve.Phases;

/** What the curve's colours mean and how long a point is; in the panel's head, and on a phone below the curve. */
final class Legend {
    private final Words words;
    private final Div above = new Div();
    private final Div below = new Div();
    private Phases phases;
    private int stepSeconds;
    private boolean crossed;

    Legend(Words words) {
        this.words = words;
        above.addClassName("legendabove");
        below.addClassName("legendline");
    }

    Div above() {
        return above;
    }

    Div below() {
        return below;
    }

    /** @param invalid whether anything that is marked invalid is in sight */
    void show(Phases shown, int seconds, boolean invalid) {
        if (shown == phases && seconds == stepSeconds && invalid == crossed) {
            return;
        }
        crossed = invalid;
        phases = shown;
        stepSeconds = seconds;
        for (Div place : List.of(above, below)) {
            place.removeAll();
            fill(place);
        }
    }

    private void fill(Div place) {
        if (phases == Phases.EACH) {
            for (String name : List.of("l1", "l2", "l3")) {
                place.add(item("line", name, name.toUpperCase(words.formats().locale())));
            }
        } else {
            String role = phases == Phases.SUM ? "accent" : phases.name().toLowerCase(words.formats().locale());
            String name = phases == Phases.SUM ? words.get("sum") : phases.name();
            place.add(item("line", role, stepSeconds > 1 ? words.get("mean") : name));
            if (stepSeconds > 1) {
                place.add(item("band", role, words.get("band")));
            }
        }
        if (crossed) {
            Span mark = new Span();
            mark.addClassNames("hatch", "crossed");
            place.add(new Span(mark, new Span(words.get("invalid"))));
        }
        if (stepSeconds > 0) {
            place.add(new Span(words.get("point", Dates.duration(stepSeconds))));
        }
    }

    private static Span item(String shape, String role, String name) {
        Span mark = new Span();
        mark.addClassNames(shape.equals("band") ? new String[] {"dot", "band"} : new String[] {shape});
        mark.getStyle().set("--c", "var(--sem-" + role + ")");
        return new Span(mark, new Span(name));
    }
}
