package org.opensem.report.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Currency;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A weight of Instrument Sans within one document. Only the glyphs that are used are embedded. */
final class Face {
    private static final float PER_EM = 1000f;
    private static final String INSTEAD = "?";

    private final PDType0Font font;

    private Face(PDType0Font font) {
        this.font = font;
    }

    static Face regular(PDDocument document) throws IOException {
        return load(document, "InstrumentSans-Regular.ttf");
    }

    static Face strong(PDDocument document) throws IOException {
        return load(document, "InstrumentSans-SemiBold.ttf");
    }

    private static Face load(PDDocument document, String file) throws IOException {
        try (InputStream in = Face.class.getResourceAsStream(file)) {
            return new Face(PDType0Font.load(document, in, true));
        }
    }

    PDType0Font font() {
        return font;
    }

    float width(String text, float size) {
        try {
            return font.getStringWidth(text) / PER_EM * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with what this font can write: letters it lacks without their marks, currencies by their code. */
    String writable(String text) {
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(code -> {
            String letter = Character.toString(code);
            if (Character.isSpaceChar(code) || Character.isWhitespace(code)) {
                written.append(' ');
            } else if (has(letter)) {
                written.append(letter);
            } else if (Character.getType(code) == Character.CURRENCY_SYMBOL) {
                written.append(code(letter));
            } else {
                String plain = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
                written.append(has(plain) ? plain : INSTEAD);
            }
        });
        return written.toString();
    }

    private static String code(String symbol) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getSymbol(Locale.US).equals(symbol) || currency.getSymbol(Locale.UK).equals(symbol))
                .map(Currency::getCurrencyCode).sorted().findFirst().orElse(INSTEAD);
    }

    private boolean has(String text) {
        try {
            font.encode(text);
            return !text.isEmpty();
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }
}
