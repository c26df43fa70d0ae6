package org.consilium.quality.export;

import java.io.IOException;
import java.util.List;
import org.consilium.paper.Sheet;
import org.consilium.paper.Style;

/** Headings and named paragraphs as A4 pages. */
public final class PlainPdf {
    private static final float GAP = 6;

    private PlainPdf() {}

    /** Named paragraphs under one heading. */
    public record Part(String heading, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param quiet stands small beside the name
     */
    public record Line(String name, String quiet, String words) {}

    /**
     * @param watermark across every page; empty for none
     * @param foot of every page
     */
    public static byte[] of(
            String title, String intro, String watermark, List<Part> parts, String foot)
            throws IOException {
        float width = Sheet.RIGHT - Sheet.LEFT;
        try (Sheet sheet = new Sheet(title, watermark)) {
            sheet.down(14);
            sheet.text(title, Style.TITLE, Sheet.LEFT, width);
            sheet.down(20);
            sheet.paragraph(intro, Style.TEXT, Sheet.LEFT, width);
            for (Part part : parts) {
                QualityPdf.heading(sheet, part.heading(), 56);
                for (Line line : part.lines()) {
                    sheet.need(3 * QualityPdf.LINE);
                    sheet.text(line.name(), Style.STRONG, Sheet.LEFT, width - 90);
                    sheet.right(line.quiet(), Style.QUIET, Sheet.RIGHT);
                    sheet.down(QualityPdf.LINE);
                    sheet.paragraph(line.words(), Style.TEXT, Sheet.LEFT, width);
                    sheet.down(GAP);
                }
            }
            return sheet.finished(foot);
        }
    }
}
