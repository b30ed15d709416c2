package org.opensem.web.settings.internal.tariff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.opensem.language.Message;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.Draft;
import org.opensem.web.settings.FormFields;
import org.opensem.web.settings.NumberStyle;
import org.opensem.web.settings.SettingsForm;

/** What holds for all versions: last year's consumption, the billing year, the currency. */
final class ContractPanel {
    private static final int LETTERS = 3;

    private final Panel panel;

    ContractPanel(SettingsForm form, TariffWords words) {
        FormFields fields = form.fields();
        Locale locale = words.formats().locale();
        MonthDays days = new MonthDays(locale);
        TextField start = new TextField(words.get("billing"));
        Message fault = Message.of(ContractPanel.class, "fault.billing", days.write("04-01"));
        fields.bind("billingYearStart", words.get("billing"), start, stored -> stored == null ? "" : days.write(stored.toString()),
                text -> text.isBlank() ? null : days.read(text).<Object>map(read -> read)
                        .orElseGet(() -> new Draft.Unreadable(text, fault)));
        TextField currency = fields.text("currency", words.get("currency"));
        currency.setMaxLength(LETTERS);
        Div row = new Div(fields.number("lastYearKwh", words.get("lastYear"), NumberStyle.of("kWh")), start, currency);
        row.addClassName("fields");
        panel = new Panel("contract", words.get("contract")).body(row);
    }

    Panel panel() {
        return panel;
    }
}
