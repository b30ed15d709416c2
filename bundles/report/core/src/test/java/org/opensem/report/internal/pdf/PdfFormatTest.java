package org.opensem.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.opensem.language.Message;
import org.opensem.report.Cell;
import org.opensem.report.Report;
import org.opensem.report.internal.Examples;

/** U3: the PDF is a page to print: title, period, table, chart, correction factor; its text can be selected. */
class PdfFormatTest {

    private static PDDocument written(Report report, Locale locale) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfFormat().write(report, locale, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String text(PDDocument document) throws Exception {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document).replace('\u00a0', ' ');
    }

    @Test
    void aPageHasAllThatAPersonWouldLookFor() throws Exception {
        try (PDDocument document = written(Examples.overview(), Locale.GERMANY)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
            assertThat(text(document)).contains("openSEM", "SEM-1a2b3c", "Übersicht", "Donnerstag, 19. November 2026",
                    "Kosten in €", "heute bis 20:47", "Budget − Gesamt", "Grundlast", "Energie je Stunde in kWh", "CO₂",
                    "Korrekturfaktor 0,97.", "29 min (03:12–03:41)", "Demo", "Erstellt am 19.11.2026, 20:47", "Seite 1 von 1");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de-DE");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Übersicht, Donnerstag, 19. November 2026");
        }
    }

    @Test
    void americansGetTheirPaperAndTheirWords_E2() throws Exception {
        try (PDDocument document = written(Examples.overview(), Locale.US)) {
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(PDRectangle.LETTER.getHeight());
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text(document)).contains("Thursday, November 19, 2026", "today until 8:47 PM", "1,176.00", "Page 1 of 1")
                    .doesNotContain("Grundlast", "Übersicht");
        }
    }

    @Test
    void everyFontIsEmbedded() throws Exception {
        try (PDDocument document = written(Examples.overview(), Locale.GERMANY)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void whatTheFontLacksIsWrittenOtherwiseAndBreaksNothing() throws Exception {
        try (PDDocument document = new PDDocument()) {
            Face face = Face.regular(document);
            assertThat(face.writable("Kühlschrank − 3,05\u202f€ · CO₂ ≥ łódź")).isEqualTo("Kühlschrank − 3,05 € · CO₂ ? łódź");
            assertThat(face.writable("ﬁ ①")).isEqualTo("fi 1");
            assertThat(face.writable("冰箱\t!")).isEqualTo("?? !");
            assertThat(face.writable(Currency.getInstance("INR").getSymbol(Locale.forLanguageTag("en-IN")))).isEqualTo("INR");
        }
    }

    @Test
    void aLongTableGoesOnWithItsHeadOnTheNextPage() throws Exception {
        Report any = Examples.overview();
        Message text = Message.plain("Spalte");
        List<Report.Row> rows = Collections.nCopies(100, 0).stream().map(i -> new Report.Row("r", Message.plain("Zeile"), "heat",
                Report.Style.PLAIN, List.of(Cell.of(Cell.Kind.ENERGY, new BigDecimal("1.5"))))).toList();
        Report report = new Report("long", Message.plain("Lang"), text, any.span(), any.created(), "", List.of(), null,
                List.of(new Report.Column("c", text, text, null)), List.of(new Report.Table("t", Message.plain("Kopf"),
                        Cell.Kind.ENERGY, false, List.of(new Report.Section(null, rows, null, null)))), List.of());

        try (PDDocument document = written(report, Locale.GERMANY)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(text(document).split("Kopf", -1)).hasSize(4);
            assertThat(text(document).split("Zeile", -1)).hasSize(101);
            assertThat(text(document)).contains("Seite 3 von 3");
        }
    }

    @Test
    void linesBreakAtBlanks() {
        assertThat(Wrap.lines("one two three four", 9, String::length)).containsExactly("one two", "three", "four");
        assertThat(Wrap.lines("unbreakably long", 5, String::length)).containsExactly("unbreakably", "long");
    }
}
