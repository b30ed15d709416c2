package org.opensem.web.console.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.LocalTime;
import org.opensem.metering.Sample;
import org.opensem.language.Formats;
import org.opensem.language.PowerUnit;
import org.opensem.language.Translations;
import org.opensem.web.component.Figure;
import org.opensem.web.console.internal.MeterState.Condition;

/** The power now, its time and the Demo mark; or what is wrong with the meter. */
final class StatusBox extends Div {
    private final Page page;
    private final Span dot = new Span();
    private final Span label = new Span();
    private final Figure figure = Figure.sized("fig", "m");
    private final Span time = new Span();
    private final Span demo = new Span();
    private final Span aloud = new Span();
    private PowerUnit unit = PowerUnit.WATT;

    StatusBox(Page page) {
        this.page = page;
        addClassName("status");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", page.texts().get("status.label"));
        Span head = new Span(dot, label);
        head.addClassName("lab");
        dot.addClassName("dotlive");
        time.addClassNames("small", "mut");
        demo.addClassName("demo");
        aloud.addClassName("unseen");
        aloud.getElement().setAttribute("aria-live", "polite");
        add(head, figure, time, demo, readAloud(), aloud);
        show(page.meter().state());
    }

    /** A live value would interrupt a screen reader every second: it is read when somebody asks. */
    private NativeButton readAloud() {
        NativeButton button = new NativeButton(page.texts().get("status.aloud"), event ->
                aloud.setText(label.getText() + " " + (figure.isVisible() ? figure.getText() : "") + " " + time.getText()));
        button.addClassNames("unseen", "aloud");
        return button;
    }

    /** Shows the meter as it is now. */
    void show(MeterState state) {
        boolean live = state.condition() == Condition.LIVE && state.newest() != null;
        Translations texts = page.texts();
        setClassName("off", !live);
        change(label, label(state, live, texts));
        figure.setVisible(live);
        if (live) {
            double watts = state.newest().totalMilliwatts() / 1000.0;
            Formats formats = page.formats();
            unit = formats.livePowerUnit(watts, unit);
            figure.set(formats.power(watts, unit));
        }
        change(time, state.newest() == null ? "" : time(state, live, texts));
        demo.setVisible(state.demo());
        change(demo, texts.get(state.driver().equals("simulator") ? "demo.simulator" : "demo"));
    }

    private String label(MeterState state, boolean live, Translations texts) {
        if (live) {
            return texts.get("status.now");
        }
        return switch (state.condition()) {
            case FINISHED -> texts.get("status.finished");
            case NONE -> texts.get("status.none");
            case LIVE, WAITING -> state.newest() == null ? texts.get("status.waiting")
                    : MeterNote.silentSince(page, state.newest());
            case SILENT -> state.newest() == null ? texts.get("status.fault") : MeterNote.silentSince(page, state.newest());
        };
    }

    private String time(MeterState state, boolean live, Translations texts) {
        String clock = page.formats().dates().timeWithSeconds(local(state.newest()));
        return live ? clock : texts.get("status.last", clock);
    }

    private LocalTime local(Sample sample) {
        return sample.time().atZone(page.meter().zone()).toLocalTime();
    }

    private static void change(Span span, String text) {
        if (!span.getText().equals(text)) {
            span.setText(text);
        }
    }
}
