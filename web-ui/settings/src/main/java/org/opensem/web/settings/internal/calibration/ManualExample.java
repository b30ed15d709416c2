package org.opensem.web.settings.internal.calibration;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import org.opensem.aggregation.TwoReadings;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.web.component.Panel;
import org.opensem.web.settings.NumberStyle;

/** The example of the manual: two readings of both meters, their differences, the factor. */
final class ManualExample {
    private static final TwoReadings READINGS = new TwoReadings(new BigDecimal("140"), new BigDecimal("198.2"),
            new BigDecimal("20.5"), new BigDecimal("80.5"));

    private ManualExample() {}

    static Panel panel(Translations texts, Formats formats) {
        NativeTableHeader head = new NativeTableHeader(new NativeTableRow(new NativeTableHeaderCell(texts.get("example.kWh")),
                new NativeTableHeaderCell(texts.get("meter")), new NativeTableHeaderCell(texts.get("shown"))));
        NativeTableBody body = new NativeTableBody(
                row(texts.get("example.monday"), READINGS.meterOld(), READINGS.shownOld(), formats),
                row(texts.get("example.sunday"), READINGS.meterNew(), READINGS.shownNew(), formats),
                row(texts.get("difference"), READINGS.meterNew().subtract(READINGS.meterOld()),
                        READINGS.shownNew().subtract(READINGS.shownOld()), formats));
        NativeTable table = new NativeTable(head, body);
        table.addClassName("t");
        NumberStyle style = NumberStyle.of("");
        String text = texts.get("quotient", style.write(READINGS.meterNew().subtract(READINGS.meterOld()), formats.locale()),
                style.write(READINGS.shownNew().subtract(READINGS.shownOld()), formats.locale()),
                CalibrationSection.FACTOR.write(READINGS.factor(BigDecimal.ONE), formats.locale()));
        return new Panel("example", texts.get("example")).body(table, new Paragraph(text), new Paragraph(texts.get("example.hint")));
    }

    private static NativeTableRow row(String name, BigDecimal meter, BigDecimal shown, Formats formats) {
        NativeTableHeaderCell header = new NativeTableHeaderCell(name);
        header.getElement().setAttribute("scope", "row");
        NumberStyle style = NumberStyle.of("");
        return new NativeTableRow(header, new NativeTableCell(style.write(meter, formats.locale())),
                new NativeTableCell(style.write(shown, formats.locale())));
    }
}
