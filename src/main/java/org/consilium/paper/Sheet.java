package org.consilium.paper;

import java.awt.Color;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.util.Matrix;

/**
 * A4 pages that are filled from the top; lengths in points. Each page gets the watermark, if there
 * is one, before it is written on, and its number when all are there.
 */
public final class Sheet implements Closeable {
    public static final float LEFT = 48;
    public static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 48;
    private static final float BOTTOM = 60;
    private static final float FOOT = 34;
    private static final Style WATERMARK = new Style(64, true, new Color(0xF0F1F3));
    private static final Color RULE = new Color(0xD1D9E0);

    private final PDDocument document;
    private final Typeface typeface;
    private final String watermark;
    private PDPageContentStream page;
    private float y = TOP;

    /**
     * @param watermark empty for none
     */
    public Sheet(String title, String watermark) throws IOException {
        document = new PDDocument();
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Consilium");
        document.getDocumentCatalog().setLanguage("en-GB");
        typeface = new Typeface(document);
        this.watermark = watermark;
        page = fresh();
    }

    private PDPageContentStream fresh() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        PDPageContentStream content = new PDPageContentStream(document, next);
        y = TOP;
        if (!watermark.isEmpty()) {
            float width = typeface.width(watermark, WATERMARK);
            double angle =
                    Math.atan2(next.getMediaBox().getHeight(), next.getMediaBox().getWidth());
            Matrix across =
                    Matrix.getRotateInstance(
                            angle,
                            (float) (next.getMediaBox().getWidth() - Math.cos(angle) * width) / 2,
                            (float) (next.getMediaBox().getHeight() - Math.sin(angle) * width) / 2);
            write(content, watermark, WATERMARK, across);
        }
        return content;
    }

    /** Begins a page where less than that is left of this one. */
    public void need(float height) throws IOException {
        if (y - height < BOTTOM) {
            page.close();
            page = fresh();
        }
    }

    public void down(float height) {
        y -= height;
    }

    public void text(String words, Style style, float x) throws IOException {
        write(page, words, style, Matrix.getTranslateInstance(x, y));
    }

    /** Cut where it is wider. */
    public void text(String words, Style style, float x, float width) throws IOException {
        text(typeface.fitted(words, style, width), style, x);
    }

    /** Ends at {@code x}. */
    public void right(String words, Style style, float x) throws IOException {
        text(words, style, x - typeface.width(words, style));
    }

    /** Words over as many lines as they take. */
    public void paragraph(String words, Style style, float x, float width) throws IOException {
        for (String line : lines(words, style, width)) {
            need(style.size());
            text(line, style, x);
            down(style.size() * 1.45f);
        }
    }

    private List<String> lines(String words, Style style, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (!line.isEmpty() && typeface.width(line + " " + word, style) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A bar on the line of the words. */
    public void bar(float x, float width, Color colour) throws IOException {
        if (width > 0) {
            page.setNonStrokingColor(colour);
            page.addRect(x, y - 0.5f, width, 7);
            page.fill();
        }
    }

    public void rule() throws IOException {
        page.setStrokingColor(RULE);
        page.setLineWidth(0.5f);
        page.moveTo(LEFT, y);
        page.lineTo(RIGHT, y);
        page.stroke();
    }

    private void write(PDPageContentStream on, String words, Style style, Matrix where)
            throws IOException {
        String printable = typeface.printable(words, style);
        on.setNonStrokingColor(style.colour());
        if (!typeface.isWritten(printable, style)) {
            draw(on, printable, style, where);
            return;
        }
        on.beginText();
        on.setFont(typeface.font(style), style.size());
        on.setTextMatrix(where);
        on.showText(printable);
        on.endText();
    }

    /**
     * As shapes, with the words beside them for whoever searches, copies or listens (PDF 14.9.4).
     */
    private static void draw(PDPageContentStream on, String words, Style style, Matrix where)
            throws IOException {
        COSDictionary said = new COSDictionary();
        said.setString(COSName.ACTUAL_TEXT, words);
        on.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(said));
        PathIterator path =
                Outlines.of(words, style).getPathIterator(where.createAffineTransform());
        new Drawing(on).fill(path);
        on.endMarkedContent();
    }

    /** Whether every letter can be printed; in place of others stands a question mark. */
    public boolean prints(String words, Style style) {
        return typeface.hasAll(words, style);
    }

    /**
     * Writes the foot of every page.
     *
     * @return the document; nothing can be added
     */
    public byte[] finished(String foot) throws IOException {
        page.close();
        int pages = document.getNumberOfPages();
        for (int number = 0; number < pages; number++) {
            try (PDPageContentStream content =
                    new PDPageContentStream(
                            document, document.getPage(number), AppendMode.APPEND, true)) {
                String count = "Page %d of %d".formatted(number + 1, pages);
                float end = RIGHT - typeface.width(count, Style.QUIET);
                write(
                        content,
                        typeface.fitted(foot, Style.QUIET, end - LEFT - 12),
                        Style.QUIET,
                        Matrix.getTranslateInstance(LEFT, FOOT));
                write(content, count, Style.QUIET, Matrix.getTranslateInstance(end, FOOT));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
