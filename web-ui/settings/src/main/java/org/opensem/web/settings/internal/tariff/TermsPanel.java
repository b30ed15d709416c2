package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.FormFields;
import org.opensem.web.settings.NumberStyle;
import org.opensem.web.settings.SettingsForm;

/** The rest of a version: instalment, emission, since when it holds. */
final class TermsPanel {
    private final TariffWords words;
    private final FormFields root;
    private final Panel panel;
    private final Runnable moved;
    private final Runnable removed;

    /**
     * @param moved the version's first day is another one now
     * @param removed the version is to be deleted
     */
    TermsPanel(SettingsForm form, TariffWords words, Runnable moved, Runnable removed) {
        this.words = words;
        this.moved = moved;
        this.removed = removed;
        root = form.fields();
        panel = new Panel("terms", words.get("terms"));
    }

    Panel panel() {
        return panel;
    }

    void show(Units units, int version) {
        root.clear();
        FormFields fields = root.in(TariffDraft.version(version));
        DatePicker from = fields.date("validFrom", words.get("validFrom"));
        from.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                moved.run();
            }
        });
        Div row = new Div(fields.number("instalment", words.get("instalment"), units.money(false)),
                fields.number("co2GramsPerKwh", words.get("co2"), NumberStyle.of("g/kWh")), from);
        row.addClassName("fields");
        Button remove = new Button(words.get("version.remove"), event -> removed.run());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        panel.aside(remove).replaceBody(row);
    }
}
