package org.consilium.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The shipped typeface (docs/decisions/0005), embedded with the letters that are used. Of one
 * document.
 */
final class Typeface {
    private static final String FOLDER = "/org/consilium/ui/common/fonts/";
    private static final float EM = 1000;
    private static final String UNKNOWN = "?";

    private final PDType0Font regular;
    private final PDType0Font bold;

    Typeface(PDDocument document) throws IOException {
        regular = load(document, "NotoSans-Regular.ttf");
        bold = load(document, "NotoSans-Bold.ttf");
    }

    private static PDType0Font load(PDDocument document, String file) throws IOException {
        try (InputStream bytes = Typeface.class.getResourceAsStream(FOLDER + file)) {
            return PDType0Font.load(document, Objects.requireNonNull(bytes, file), true);
        }
    }

    PDType0Font font(Style style) {
        return style.bold() ? bold : regular;
    }

    /** In points. */
    float width(String text, Style style) throws IOException {
        return font(style).getStringWidth(printable(text, style)) / EM * style.size();
    }

    /** With a question mark for each sign that the typeface lacks. */
    String printable(String text, Style style) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .forEach(sign -> {
                    String letter = Character.toString(sign);
                    printable.append(
                            Character.isWhitespace(sign)
                                    ? " "
                                    : has(letter, style) ? letter : UNKNOWN);
                });
        return printable.toString();
    }

    private boolean has(String letter, Style style) {
        try {
            font(style).encode(letter);
            return true;
        } catch (IllegalArgumentException | IOException e) {
            // PDFBox tells so that there is no glyph
            return false;
        }
    }

    /** Cut at the end, with an ellipsis, where it is wider. */
    String fitted(String text, Style style, float width) throws IOException {
        if (width(text, style) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "\u2026", style) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "\u2026";
    }
}
