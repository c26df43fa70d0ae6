package org.consilium.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedString;
import java.util.List;
import java.util.Objects;

/**
 * Words as shapes, for letters that join or run from right to left: PDFBox writes letter by letter,
 * Java's own text layout sets them as they are read. Letters that Noto Sans lacks come from DejaVu
 * Sans (docs/decisions/0005). Stateless and thread-safe.
 */
final class Outlines {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private Outlines() {}

    /** Read when the first such word is written. */
    private static final class Fonts {
        static final List<Font> REGULAR = List.of(read("NotoSans-Regular"), read("DejaVuSans"));
        static final List<Font> BOLD = List.of(read("NotoSans-Bold"), read("DejaVuSans-Bold"));

        private static Font read(String name) {
            String file = Typeface.FOLDER + name + ".ttf";
            try (InputStream bytes = Outlines.class.getResourceAsStream(file)) {
                return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(bytes, file));
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException("The typeface of the pages cannot be read.", e);
            }
        }
    }

    private static List<Font> fonts(Style style) {
        return style.bold() ? Fonts.BOLD : Fonts.REGULAR;
    }

    static boolean has(int sign, Style style) {
        return fonts(style).stream().anyMatch(font -> font.canDisplay(sign));
    }

    private static TextLayout layout(String text, Style style) {
        AttributedString words = new AttributedString(text);
        int end;
        for (int at = 0; at < text.length(); at = end) {
            int sign = text.codePointAt(at);
            end = at + Character.charCount(sign);
            Font font =
                    fonts(style).stream()
                            .filter(each -> each.canDisplay(sign))
                            .findFirst()
                            .orElse(fonts(style).getFirst());
            words.addAttribute(TextAttribute.FONT, font.deriveFont(style.size()), at, end);
        }
        return new TextLayout(words.getIterator(), EXACT);
    }

    /** In points. */
    static float width(String text, Style style) {
        return text.isEmpty() ? 0 : layout(text, style).getAdvance();
    }

    /** In points, upwards from where the words begin. */
    static Shape of(String text, Style style) {
        return layout(text, style).getOutline(AffineTransform.getScaleInstance(1, -1));
    }
}
