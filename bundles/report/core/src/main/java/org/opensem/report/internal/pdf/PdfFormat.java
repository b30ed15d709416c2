package org.opensem.report.internal.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.opensem.report.Report;
import org.opensem.report.ReportFormat;
import org.osgi.service.component.annotations.Component;

/** Reports as PDF for people: a page that can be printed, its text can be selected and searched. */
@Component(service = ReportFormat.class)
public final class PdfFormat implements ReportFormat {

    @Override
    public Descriptor descriptor() {
        return new Descriptor("pdf", "PDF", "application/pdf", "pdf");
    }

    @Override
    public void write(Report report, Locale locale, OutputStream out) throws IOException {
        try (PrintedReport printed = new PrintedReport(report, locale)) {
            printed.write(out);
        }
    }
}
