package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.opensem.web.Icons;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.FaultText;
import org.opensem.web.settings.FormFields;
import org.opensem.web.settings.SettingsForm;

/** The hours of the low rate: a picture of the week, a chip for each window, and the fields of the one that is open. */
final class WindowsPanel {
    private final SettingsForm form;
    private final TariffWords words;
    private final Panel panel;
    private final FormFields root;
    private final WeekView week;
    private final Div chips = new Div();
    private final Div editor = new Div();
    private final List<WindowChip> drawn = new ArrayList<>();
    private TariffDraft drawnFor;
    private int version;
    private int open = -1;

    WindowsPanel(SettingsForm form, TariffWords words) {
        this.form = form;
        this.words = words;
        root = form.fields();
        week = new WeekView(words);
        panel = new Panel("windows", words.get("windows"));
        panel.aside(key("bar", "rates.low"), key("line", "rates.high"));
        chips.addClassNames("row", "wrap", "chosen");
        editor.addClassName("editor");
    }

    private Span key(String colour, String text) {
        Span dot = new Span();
        dot.addClassName("dot");
        dot.getStyle().set("--c", "var(--sem-" + colour + ")");
        return new Span(dot, new Span(words.get(text)));
    }

    Panel panel() {
        return panel;
    }

    /** Shows the hours of a version. */
    void show(TariffDraft tariff, int index) {
        if (version != index) {
            open = -1;
        }
        version = index;
        panel.setVisible(tariff.twoRates(index));
        root.clear();
        if (panel.isVisible()) {
            FormFields fields = root.in(TariffDraft.version(index));
            open = Math.min(open, tariff.windows(index).size() - 1);
            FaultText faults = fields.faults("lowRateWindows");
            drawEditor(fields, tariff);
            panel.replaceBody(week, chips, editor, faults);
            edited(tariff);
        }
    }

    private void drawEditor(FormFields fields, TariffDraft tariff) {
        editor.removeAll();
        editor.setVisible(open >= 0);
        if (open >= 0) {
            editor.add(new WindowEditor(form, fields.in("lowRateWindows[" + open + "]"), words, TariffDraft.window(version, open),
                    () -> open(tariff, -1)));
        }
    }

    private void open(TariffDraft tariff, int window) {
        open = window;
        show(tariff, version);
        form.edited();
    }

    /** Opens the window in which something is to be put right. */
    void reveal(TariffDraft tariff, int window) {
        open(tariff, window);
    }

    /** Draws the picture and the chips; those that stay are changed in place, so that no click on one gets lost. */
    void edited(TariffDraft tariff) {
        List<LowRateWindow> windows = tariff.windows(version);
        week.show(windows);
        if (windows.size() != drawn.size() || drawnFor != tariff) {
            chips.removeAll();
            drawn.clear();
            drawnFor = tariff;
            for (int i = 0; i < windows.size(); i++) {
                int place = i;
                drawn.add(new WindowChip(words, () -> open(tariff, place == open ? -1 : place), () -> {
                    tariff.removeWindow(version, place);
                    open(tariff, -1);
                }));
            }
            drawn.forEach(chips::add);
            Button add = new Button(words.get("windows.add"), Icons.of("plus"), event -> open(tariff, tariff.addWindow(version)));
            add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            chips.add(add);
        }
        for (int i = 0; i < windows.size(); i++) {
            drawn.get(i).show(windows.get(i), i == open);
        }
    }

    /** Marks now in the picture. */
    void now(ZonedDateTime time) {
        week.now(time);
    }
}
