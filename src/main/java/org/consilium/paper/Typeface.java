package org.consilium.paper;

import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The shipped typeface (docs/decisions/0005), embedded with the letters that are used. Of one
 * document.
 */
final class Typeface {
    static final String FOLDER = "/org/consilium/ui/common/fonts/";
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
        String words = printable(text, style);
        return isWritten(words, style)
                ? font(style).getStringWidth(words) / EM * style.size()
                : Outlines.width(words, style);
    }

    /** Whether it is written letter by letter; else it is drawn as {@link Outlines}. */
    boolean isWritten(String words, Style style) {
        return !Bidi.requiresBidi(words.toCharArray(), 0, words.length())
                && words.codePoints().allMatch(sign -> has(Character.toString(sign), style));
    }

    /** Whether there is a shape for every sign. */
    boolean hasAll(String text, Style style) {
        return text.codePoints().allMatch(sign -> hasAny(sign, style));
    }

    private boolean hasAny(int sign, Style style) {
        return Character.isWhitespace(sign)
                || has(Character.toString(sign), style)
                || Outlines.has(sign, style);
    }

    /** With a question mark for each sign that the typefaces lack. */
    String printable(String text, Style style) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .forEach(sign -> {
                    String letter = Character.toString(sign);
                    printable.append(
                            Character.isWhitespace(sign)
                                    ? " "
                                    : hasAny(sign, style) ? letter : UNKNOWN);
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
