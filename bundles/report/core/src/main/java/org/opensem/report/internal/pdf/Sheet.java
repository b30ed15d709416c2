package org.opensem.report.internal.pdf;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A page that is written from the top down, in points from its upper left corner. */
final class Sheet implements AutoCloseable {
    static final float MARGIN = 48;
    static final float TOP = 44;
    static final float BOTTOM = 52;

    private final PDPage page;
    private final PDPageContentStream content;
    private final Face regular;
    private final Face strong;

    Sheet(PDDocument document, PDPage page, Face regular, Face strong) throws IOException {
        this.page = page;
        this.regular = regular;
        this.strong = strong;
        content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
    }

    /** A4, and Letter where that is what lies in the printer. */
    static PDRectangle size(boolean letter) {
        return letter ? PDRectangle.LETTER : PDRectangle.A4;
    }

    static float usableHeight(PDRectangle size) {
        return size.getHeight() - TOP - BOTTOM;
    }

    private PDRectangle box() {
        return page.getMediaBox();
    }

    float left() {
        return MARGIN;
    }

    float right() {
        return box().getWidth() - MARGIN;
    }

    float width() {
        return right() - left();
    }

    float bottom() {
        return box().getHeight() - BOTTOM;
    }

    float height() {
        return box().getHeight();
    }

    private Face face(Type type) {
        return type.strong() ? strong : regular;
    }

    float width(String text, Type type) {
        return face(type).width(face(type).writable(text), type.size());
    }

    /** @param y of the base line, from the top */
    void text(String text, float x, float y, Type type) throws IOException {
        content.beginText();
        content.setFont(face(type).font(), type.size());
        content.setNonStrokingColor(type.colour());
        content.newLineAtOffset(x, box().getHeight() - y);
        content.showText(face(type).writable(text));
        content.endText();
    }

    void textRight(String text, float x, float y, Type type) throws IOException {
        text(text, x - width(text, type), y, type);
    }

    void textCentre(String text, float x, float y, Type type) throws IOException {
        text(text, x - width(text, type) / 2, y, type);
    }

    void line(float x1, float x2, float y, Color colour, float thickness) throws IOException {
        content.setStrokingColor(colour);
        content.setLineWidth(thickness);
        content.moveTo(x1, box().getHeight() - y);
        content.lineTo(x2, box().getHeight() - y);
        content.stroke();
    }

    void fill(float x, float y, float width, float height, Color colour) throws IOException {
        content.setNonStrokingColor(colour);
        content.addRect(x, box().getHeight() - y - height, width, height);
        content.fill();
    }

    /** A frame filled with lines that rise to the right: not measured. */
    void hatch(float x, float y, float width, float height, Color colour) throws IOException {
        float low = box().getHeight() - y - height;
        content.saveGraphicsState();
        content.addRect(x, low, width, height);
        content.clip();
        content.setStrokingColor(colour);
        content.setLineWidth(0.7f);
        for (float offset = -height; offset < width; offset += 4) {
            content.moveTo(x + offset, low);
            content.lineTo(x + offset + height, low + height);
            content.stroke();
        }
        content.restoreGraphicsState();
        content.setStrokingColor(colour);
        content.setLineWidth(0.5f);
        content.addRect(x, low, width, height);
        content.stroke();
    }

    /** A curve through points, each x and y from the top. */
    void curve(float[][] points, Color colour, float thickness) throws IOException {
        content.setStrokingColor(colour);
        content.setLineWidth(thickness);
        content.setLineCapStyle(1);
        content.setLineJoinStyle(1);
        content.moveTo(points[0][0], box().getHeight() - points[0][1]);
        for (int i = 1; i < points.length; i++) {
            content.lineTo(points[i][0], box().getHeight() - points[i][1]);
        }
        content.stroke();
        content.setLineCapStyle(0);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** How a text looks. */
    record Type(boolean strong, float size, Color colour) {
        static Type plain(float size, Color colour) {
            return new Type(false, size, colour);
        }

        static Type strong(float size, Color colour) {
            return new Type(true, size, colour);
        }
    }
}
