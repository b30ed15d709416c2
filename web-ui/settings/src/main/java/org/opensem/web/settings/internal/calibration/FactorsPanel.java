package org.opensem.web.settings.internal.calibration;

import com.vaadin.flow.component.html.DescriptionList;
import java.time.LocalDate;
import java.util.Optional;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.Draft;

/** The factors in force, each from its day on. */
final class FactorsPanel {
    private final Translations texts;
    private final Formats formats;
    private final Panel panel;

    FactorsPanel(Translations texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        panel = new Panel("factors", texts.get("factors"));
    }

    Panel panel() {
        return panel;
    }

    void show(Draft document) {
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        for (int i = 0; i < document.size("history"); i++) {
            line(list, document, "history[" + i + "].");
        }
        line(list, document, "");
        panel.replaceBody(list);
    }

    private void line(DescriptionList list, Draft document, String prefix) {
        Optional<LocalDate> from = document.text(prefix + "validFrom").map(LocalDate::parse);
        document.number(prefix + "factor").ifPresent(factor -> list.add(
                new DescriptionList.Term(from.map(day -> texts.get("factors.from", formats.dates().date(day)))
                        .orElseGet(() -> texts.get("factors.always"))),
                new DescriptionList.Description(CalibrationSection.FACTOR.write(factor, formats.locale()))));
    }
}
