package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.opensem.aggregation.Period;
import org.opensem.web.ViewContext;
import org.opensem.web.component.Panel;

/** What Home says besides figures: gaps, nothing there yet, figures that are being updated. */
final class Notes {
    private final Words words;
    private final ViewContext context;
    private final Span line = new Span();
    private final Span text = new Span();
    private final Span hatch = new Span();
    private final Panel panel;
    private final Say say = new Say("graph");

    Notes(Words words, ViewContext context) {
        this.words = words;
        this.context = context;
        hatch.addClassName("hatch");
        line.addClassName("note");
        line.add(hatch, text);
        line.setVisible(false);
        panel = new Panel("say", words.get("title")).body(say);
        panel.setVisible(false);
    }

    Span line() {
        return line;
    }

    Panel say() {
        return panel;
    }

    void show(Shot shot) {
        boolean empty = shot.figures().empty();
        panel.setVisible(empty);
        if (empty) {
            boolean step = NextStep.DRIVER.isThere(context);
            tell("say.empty", step ? "" : " " + words.get("say.empty.step"));
            if (step) {
                say.step(words.get("say.empty.button"), () -> NextStep.DRIVER.open(context));
            }
        }
        Period period = shot.figures().period();
        OptionalLong first = shot.figures().first();
        List<String> remarks = new ArrayList<>();
        String missing = words.missing(shot.missing(), period);
        if (!missing.isEmpty()) {
            remarks.add(missing);
        }
        if (first.isPresent() && first.getAsLong() > period.start().toEpochSecond()
                && first.getAsLong() < period.end().toEpochSecond()) {
            remarks.add(words.since(Instant.ofEpochSecond(first.getAsLong()).atZone(context.zone()), period.kind()));
        }
        if (shot.moneyStays()) {
            remarks.add(words.get("note.away.money"));
        }
        note(String.join(" \u00b7 ", remarks), !missing.isEmpty());
    }

    /** The figures' service is away; the last figures stay if there are any. */
    void showAway(boolean figuresStay) {
        panel.setVisible(!figuresStay);
        if (figuresStay) {
            note(words.get("note.away"), false);
        } else {
            tell("say.away", "");
        }
    }

    private void tell(String key, String more) {
        say.show(words.get(key), words.get(key + ".more") + more);
        say.noStep();
    }

    private void note(String sentence, boolean gap) {
        text.setText(sentence);
        hatch.setVisible(gap);
        line.setVisible(!sentence.isEmpty());
    }
}
