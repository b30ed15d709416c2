package org.opensem.web.home.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.opensem.web.Icons;
import org.opensem.web.component.Panel;

/** What Home says besides figures: gaps, a silent meter, nothing there yet, figures that are being updated. */
final class Notes {
    private final Words words;
    private final Span line = new Span();
    private final Span text = new Span();
    private final Span hatch = new Span();
    private final Div banner = new Div();
    private final Panel say = new Panel("say", "");
    private final Span sayTitle = new Span();
    private final Paragraph sayMore = new Paragraph();
    private final Paragraph sayStep = new Paragraph();

    Notes(Words words) {
        this.words = words;
        hatch.addClassName("hatch");
        line.addClassName("note");
        line.add(hatch, text);
        line.setVisible(false);
        banner.addClassName("banner");
        banner.getElement().setAttribute("role", "status");
        banner.setVisible(false);
        sayTitle.addClassName("title");
        Div box = new Div(Icons.of("graph"), sayTitle, sayMore, sayStep);
        box.addClassName("say");
        say.replaceBody(box);
        say.setVisible(false);
    }

    Span line() {
        return line;
    }

    Div banner() {
        return banner;
    }

    Panel say() {
        return say;
    }

    void show(Snapshot shot) {
        say.setVisible(shot.empty());
        if (shot.empty()) {
            tell("say.empty", words.get("say.empty.step"));
        }
        String missing = words.missing(shot.missing(), shot.period());
        boolean firstHere = shot.first().isPresent() && shot.first().getAsLong() > shot.period().start().toEpochSecond()
                && shot.first().getAsLong() < shot.period().end().toEpochSecond();
        String since = firstHere ? words.since(
                Instant.ofEpochSecond(shot.first().getAsLong()).atZone(shot.now().getZone()), shot.period().kind()) : "";
        note(missing.isEmpty() ? since : since.isEmpty() ? missing : missing + " · " + since, !missing.isEmpty());
    }

    /** The figures' service is away; the last figures stay if there are any. */
    void showAway(boolean figuresStay) {
        say.setVisible(!figuresStay);
        if (figuresStay) {
            note(words.get("note.away"), false);
        } else {
            tell("say.away", "");
        }
    }

    /** The meter is silent, or answers again (empty). */
    void showSilence(String sentence) {
        banner.setVisible(!sentence.isEmpty());
        if (!banner.getText().equals(sentence)) {
            banner.setText(sentence);
        }
    }

    private void tell(String key, String step) {
        sayTitle.setText(words.get(key));
        sayMore.setText(words.get(key + ".more"));
        sayStep.setText(step);
        sayStep.setVisible(!step.isEmpty());
    }

    private void note(String sentence, boolean gap) {
        text.setText(sentence);
        hatch.setVisible(gap);
        line.setVisible(!sentence.isEmpty());
    }
}
