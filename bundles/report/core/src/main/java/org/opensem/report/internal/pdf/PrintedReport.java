package org.opensem.report.internal.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.opensem.language.Dates;
import org.opensem.language.Formats;
import org.opensem.language.Translations;
import org.opensem.report.CellText;
import org.opensem.report.Report;
import org.opensem.report.Report.Headline;
import org.opensem.report.internal.pdf.Sheet.Type;

/** A report on paper: head, main figures, chart, tables, remarks, and a foot on each page. */
final class PrintedReport implements AutoCloseable {
    private static final float HEAD = 76;
    private static final float HEADLINES = 46;
    private static final float NOTE = 11.5f;
    private static final float NOTE_SIZE = 8;
    private static final float BETWEEN = 14;
    private static final float LEAST_CHART = 100;
    private static final float MOST_CHART = 170;

    private final Report report;
    private final Locale locale;
    private final Formats formats;
    private final Translations texts;
    private final PDDocument document = new PDDocument();
    private final Face regular;
    private final Face strong;
    private final PDRectangle size;
    private final List<Grid> grids;

    PrintedReport(Report report, Locale locale) throws IOException {
        this.report = report;
        formats = Formats.of(locale);
        this.locale = formats.locale();
        texts = Translations.of(PrintedReport.class, locale);
        regular = Face.regular(document);
        strong = Face.strong(document);
        size = Sheet.size(this.locale.equals(Locale.US));
        grids = report.tables().stream().filter(table -> !table.supplement())
                .map(table -> new Grid(table, report.columns(), this.locale)).toList();
    }

    void write(OutputStream out) throws IOException {
        describe();
        try (Flow flow = new Flow(document, size, regular, strong)) {
            head(flow);
            headlines(flow);
            if (report.chart() != null && !report.chart().bars().isEmpty()) {
                new Bars(report.chart(), locale).write(flow, chartHeight());
            }
            for (Grid grid : grids) {
                flow.down(BETWEEN);
                grid.write(flow);
            }
            notes(flow);
        }
        foot();
        document.save(out);
    }

    private void describe() {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(report.title().in(locale) + ", " + report.subtitle().in(locale));
        about.setCreator("openSEM");
        about.setCreationDate(GregorianCalendar.from(report.created()));
        document.setDocumentInformation(about);
        document.getDocumentCatalog().setLanguage(locale.toLanguageTag());
    }

    /** What the rest leaves of the first page. */
    private float chartHeight() {
        float rest = HEAD + HEADLINES + (float) grids.stream().mapToDouble(grid -> grid.height() + BETWEEN).sum()
                + BETWEEN + NOTE * notes().size();
        return Math.clamp(Sheet.usableHeight(size) - rest, LEAST_CHART, MOST_CHART);
    }

    private void head(Flow flow) throws IOException {
        Sheet sheet = flow.sheet();
        float line = flow.y() + 9;
        Mark.draw(sheet, sheet.left(), line - 9);
        sheet.text("openSEM", sheet.left() + 22, line, Type.strong(10, Palette.INK));
        sheet.textRight(report.device(), sheet.right(), line, Type.plain(9, Palette.INK3));
        sheet.text(report.title().in(locale), sheet.left(), line + 33, Type.strong(21, Palette.INK));
        sheet.text(report.subtitle().in(locale), sheet.left(), line + 50, Type.plain(11.5f, Palette.INK2));
        flow.down(HEAD);
    }

    private void headlines(Flow flow) throws IOException {
        Sheet sheet = flow.sheet();
        float each = sheet.width() / Math.max(4, report.headlines().size());
        float x = sheet.left();
        for (Headline headline : report.headlines()) {
            sheet.text(headline.name().in(locale), x, flow.y() + 7, Type.plain(8.5f, Palette.INK2));
            sheet.text(CellText.text(headline.cell(), formats), x, flow.y() + 26, Type.strong(17, Palette.INK));
            x += each;
        }
        flow.down(HEADLINES);
    }

    /** All remarks as one paragraph. */
    private List<String> notes() {
        String text = String.join(" ", report.notes().stream().map(note -> note.text().in(locale)).toList());
        return text.isEmpty() ? List.of()
                : Wrap.lines(text, size.getWidth() - 2 * Sheet.MARGIN, part -> regular.width(regular.writable(part), NOTE_SIZE));
    }

    private void notes(Flow flow) throws IOException {
        flow.down(BETWEEN);
        Type type = Type.plain(NOTE_SIZE, Palette.INK2);
        for (String line : notes()) {
            flow.need(NOTE);
            flow.sheet().text(line, flow.sheet().left(), flow.y() + NOTE_SIZE, type);
            flow.down(NOTE);
        }
    }

    /** Known only at the end is how many pages there are. */
    private void foot() throws IOException {
        Dates dates = formats.dates();
        String made = texts.get("made", dates.date(report.created().toLocalDate()), dates.time(report.created().toLocalTime()));
        Type type = Type.plain(8, Palette.INK3);
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (Sheet sheet = new Sheet(document, document.getPage(i), regular, strong)) {
                float line = sheet.height() - 28;
                sheet.line(sheet.left(), sheet.right(), line - 13, Palette.LINE, 0.6f);
                sheet.text(made, sheet.left(), line, type);
                sheet.textRight(texts.get("page", i + 1, pages), sheet.right(), line, type);
            }
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
