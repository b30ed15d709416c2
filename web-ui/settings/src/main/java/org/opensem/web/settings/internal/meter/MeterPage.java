package org.opensem.web.settings.internal.meter;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.net.URL;
import java.time.ZonedDateTime;
import java.util.function.Function;
import java.util.function.Supplier;
import org.opensem.language.Formats;
import org.opensem.language.PowerUnit;
import org.opensem.language.Translations;
import org.opensem.metering.MeterDriver;
import org.opensem.metering.Sample;
import org.opensem.web.Asset;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SettingsForm;

/** How the meter is doing, and each way in which readings come in, to be copied as it stands. */
final class MeterPage extends Div {
    private static final Asset STYLE = Asset.of(SettingsForm.class, "settings/form.css");
    private static final String NOTHING = "\u2013";
    private static final String LIVE = """
            curl %s/api/v1/live -H 'Content-Type: application/json' \\
              -d "{\\"time\\": \\"$(date -u +%%FT%%TZ)\\", \\"total\\": 719.6}"\
            """;
    private static final String HISTORY = """
            curl %s/api/v1/samples -H 'Content-Type: text/csv' \\
              --data-binary @%s.csv\
            """;

    private final SectionContext context;
    private final Supplier<MeterDriver> driver;
    private final Translations texts;
    private final Formats formats;
    private final Span state = new Span();
    private final Span name = new Span();
    private final Span last = new Span(NOTHING);
    private final Pre live = code();
    private final Pre history = code();
    private final Function<Runnable, Registration> ticker;
    private Registration ticking;
    private PowerUnit unit = PowerUnit.WATT;

    /** @param ticker runs something every second until it is closed: a meter that falls silent sends nothing that could tell */
    MeterPage(SectionContext context, Supplier<MeterDriver> driver, Function<Runnable, Registration> ticker) {
        this.context = context;
        this.driver = driver;
        this.ticker = ticker;
        texts = Translations.of(MeterPage.class, context.locale());
        formats = context.formats();
        addClassName("settings-form");
        Div head = new Div(new H1(texts.get("title")));
        head.addClassName("head");
        Div body = new Div(now(), new Panel("script", texts.get("script")).body(text("script.text"), live, text("script.token")),
                new Panel("history", texts.get("history")).body(text("history.text"), history),
                new Panel("drivers", texts.get("drivers")).body(text("drivers.text"), drivers(), text("drivers.now")));
        body.addClassName("stack");
        add(head, body);
        showState();
        context.onLive(this::show);
    }

    private Panel now() {
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        line(list, "state", state);
        line(list, "driver", name);
        line(list, "last", last);
        return new Panel("now", texts.get("now")).body(list);
    }

    private void line(DescriptionList list, String key, Span value) {
        list.add(new DescriptionList.Term(texts.get(key)), new DescriptionList.Description(value));
    }

    private Paragraph text(String key) {
        return new Paragraph(texts.get(key));
    }

    private DescriptionList drivers() {
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        for (String id : new String[] {"http", "simulator", "replay"}) {
            list.add(new DescriptionList.Term(id), new DescriptionList.Description(texts.get("drivers." + id)));
        }
        return list;
    }

    private static Pre code() {
        Pre code = new Pre();
        code.addClassName("code");
        return code;
    }

    /** @return a key of the texts */
    static String state(MeterDriver driver) {
        return driver == null ? "state.none" : "state." + driver.status().state();
    }

    private void showState() {
        MeterDriver now = driver.get();
        state.setText(texts.get(state(now)));
        name.setText(now == null ? NOTHING : now.id());
    }

    private void show(Sample sample) {
        showState();
        double watts = sample.totalMilliwatts() / 1000.0;
        unit = formats.livePowerUnit(watts, unit);
        ZonedDateTime time = sample.time().atZone(context.zone());
        last.setText(texts.get("last.value", formats.power(watts, unit), formats.dates().timeWithSeconds(time.toLocalTime())));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        STYLE.loadStyleSheet(ui);
        ui.getPage().fetchCurrentURL(this::address);
        ticking = ticker.apply(() -> ui.access(this::showState));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        ticking.remove();
    }

    private void address(URL url) {
        String base = url.getProtocol() + "://" + url.getAuthority();
        live.setText(LIVE.formatted(base));
        history.setText(HISTORY.formatted(base, texts.get("history.file")));
    }
}
