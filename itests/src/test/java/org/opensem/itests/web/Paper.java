package org.opensem.itests.web;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a printer would make of a page. */
final class Paper {
    private static final int WHITE = 0xf0;
    /** Of 10 mm, in pixels of 72 a inch. */
    private static final int MARGIN = 26;

    private Paper() {}

    static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static BufferedImage picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 72);
        }
    }

    private static boolean isInk(int rgb) {
        return (rgb >> 16 & 0xff) < WHITE || (rgb >> 8 & 0xff) < WHITE || (rgb & 0xff) < WHITE;
    }

    /** Whether most of the paper is left as it is. */
    static boolean isLight(byte[] pdf) throws IOException {
        BufferedImage picture = picture(pdf);
        int ink = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                ink += isInk(picture.getRGB(x, y)) ? 1 : 0;
            }
        }
        return ink < picture.getWidth() * picture.getHeight() / 3 && ink > 1000;
    }

    /** Edges whose margin is not blank: what reaches into it is cut. */
    static List<String> cut(byte[] pdf) throws IOException {
        BufferedImage picture = picture(pdf);
        List<String> edges = new ArrayList<>();
        int width = picture.getWidth();
        int height = picture.getHeight();
        addIfInk(edges, "left", picture, 0, 0, MARGIN, height);
        addIfInk(edges, "right", picture, width - MARGIN, 0, width, height);
        addIfInk(edges, "top", picture, 0, 0, width, MARGIN);
        addIfInk(edges, "bottom", picture, 0, height - MARGIN, width, height);
        return edges;
    }

    private static void addIfInk(List<String> edges, String edge, BufferedImage picture, int left, int top, int right,
            int bottom) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (isInk(picture.getRGB(x, y))) {
                    edges.add(edge + " at " + x + ", " + y);
                    return;
                }
            }
        }
    }
}
