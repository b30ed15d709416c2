package org.opensem.report.internal.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Where on which page is written next. */
final class Flow implements AutoCloseable {
    private final PDDocument document;
    private final PDRectangle size;
    private final Face regular;
    private final Face strong;
    private Sheet sheet;
    private float y;

    Flow(PDDocument document, PDRectangle size, Face regular, Face strong) throws IOException {
        this.document = document;
        this.size = size;
        this.regular = regular;
        this.strong = strong;
        turn();
    }

    private void turn() throws IOException {
        if (sheet != null) {
            sheet.close();
        }
        PDPage page = new PDPage(size);
        document.addPage(page);
        sheet = new Sheet(document, page, regular, strong);
        y = Sheet.TOP;
    }

    Sheet sheet() {
        return sheet;
    }

    /** Distance from the top of the page. */
    float y() {
        return y;
    }

    void down(float distance) {
        y += distance;
    }

    /** Goes to a new page if there is no room for so much. @return whether it did */
    boolean need(float height) throws IOException {
        if (y + height <= sheet.bottom()) {
            return false;
        }
        turn();
        return true;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
