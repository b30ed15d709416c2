package org.opensem.web.settings.internal.calibration;

import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.opensem.language.Formats;
import org.opensem.language.Quantity;
import org.opensem.language.Translations;
import org.opensem.web.component.Figure;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.Draft;

/** The meter reading that openSEM shows, as it stood at the last full five minutes. */
final class ReadingPanel {
    private static final int PLACES = 3;

    private final Translations texts;
    private final Formats formats;
    private final ZoneId zone;
    private final Figure figure = Figure.sized("fig", "m");
    private final Paragraph time = new Paragraph();
    private final Panel panel;
    private BigDecimal kilowattHours;

    ReadingPanel(Translations texts, Formats formats, ZoneId zone) {
        this.texts = texts;
        this.formats = formats;
        this.zone = zone;
        panel = new Panel("reading", texts.get("reading")).body(figure, time);
    }

    Panel panel() {
        return panel;
    }

    /** What is shown; empty while there is none. */
    Optional<BigDecimal> kilowattHours() {
        return Optional.ofNullable(kilowattHours);
    }

    void show(Draft document) {
        kilowattHours = document.number("reading.kWh").orElse(null);
        Optional<ZonedDateTime> at = document.text("reading.time").flatMap(this::time);
        if (kilowattHours == null || at.isEmpty()) {
            figure.clear();
            time.setText(texts.get("reading.none"));
        } else {
            figure.set(new Quantity("", formats.number(kilowattHours.doubleValue(), PLACES), "kWh", false, true));
            time.setText(texts.get("reading.at", formats.dates().date(at.get().toLocalDate()),
                    formats.dates().time(at.get().toLocalTime())));
        }
    }

    private Optional<ZonedDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).atZoneSameInstant(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
