package org.opensem.web.settings.internal.time;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import org.opensem.language.Translations;
import org.opensem.web.component.Panel;
import org.opensem.web.component.Segments;
import org.opensem.web.settings.FormFields;
import org.opensem.web.settings.SectionContext;
import org.opensem.web.settings.SettingsForm;

/** Who tells the time; above it how the clock does, below it the servers and setting it by hand. */
final class TimeForm {
    private static final String MODE = "mode";
    private static final String NTP = "ntp";

    private final Translations texts;
    private final SettingsForm form;
    private final ClockPanel clock;
    private final ServersPanel servers;
    private final HandPanel hand;
    private final Paragraph hint = hint("");

    /** @param ticker runs something every second until it is closed: the clock goes on when the meter does not */
    TimeForm(SectionContext context, TimeSection.Services services, Function<Runnable, Registration> ticker) {
        texts = Translations.of(TimeForm.class, context.locale());
        form = new SettingsForm(context, TimeSection.GROUP, texts.get("title"));
        FormFields fields = form.fields();
        clock = new ClockPanel(context, texts, services);
        servers = new ServersPanel(context, texts, form, services);
        hand = new HandPanel(context, texts, services, this::tick);
        SequencedMap<String, String> modes = new LinkedHashMap<>();
        for (String mode : new String[] {"system", NTP, "manual"}) {
            modes.put(mode, texts.get("mode." + mode));
        }
        Segments<String> mode = fields.segments(MODE, texts.get(MODE), modes);
        Checkbox system = fields.flag("setSystemClock", texts.get("system"));
        form.body(clock.panel(), new Panel(MODE, texts.get(MODE)).body(row(mode), hint, system, hint(texts.get("system.hint"))),
                servers.panel(), hand.panel());
        form.onLoad(this::loaded);
        form.onEdit(this::show);
        form.addAttachListener(event -> {
            UI ui = event.getUI();
            Registration ticking = ticker.apply(() -> ui.access(this::tick));
            form.addDetachListener(left -> {
                ticking.remove();
                left.unregisterListener();
            });
        });
    }

    static Paragraph hint(String text) {
        Paragraph hint = new Paragraph(text);
        hint.addClassNames("small", "mut", "hint");
        return hint;
    }

    private static Div row(Component field) {
        Div row = new Div(field);
        row.addClassNames("row", "wrap");
        return row;
    }

    Component component() {
        return form;
    }

    private void loaded() {
        servers.load();
        show();
        tick();
    }

    private void show() {
        String mode = form.draft().text(MODE).orElse("system");
        hint.setText(texts.get("mode." + mode + ".hint"));
        servers.panel().setVisible(mode.equals(NTP));
        hand.mode(mode);
    }

    /** Every second, in the page's lock. */
    void tick() {
        clock.show();
        servers.show();
        hand.show();
    }
}
