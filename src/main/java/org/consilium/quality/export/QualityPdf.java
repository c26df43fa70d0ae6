package org.consilium.quality.export;

import java.awt.Color;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.consilium.paper.Sheet;
import org.consilium.paper.Style;
import org.consilium.quality.Finding;
import org.consilium.quality.QualityCheck;
import org.consilium.quality.QualityReport;
import org.consilium.quality.QualityScore;
import org.consilium.quality.QualitySection;
import org.consilium.quality.Shares;

/** A report as one to three pages of A4, with counts only: nobody can be told from it by name. */
public final class QualityPdf {
    static final Color FILL = new Color(0x0969DA);
    static final Color TRACK = new Color(0xEAEEF2);
    static final float LINE = 13.5f;

    private static final float LABEL = 190;
    private static final float BAR = 150;
    private static final String WATERMARK = "SYNTHETIC DATA";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.UK);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm", Locale.UK);

    private QualityPdf() {}

    public static byte[] of(QualityReport report) throws IOException {
        String title = "Data quality of " + report.cohort();
        try (Sheet sheet = new Sheet(title, report.synthetic() ? WATERMARK : "")) {
            head(sheet, report);
            score(sheet, report.score());
            for (QualitySection section : QualitySection.values()) {
                section(sheet, section, report.in(section));
                if (section == QualitySection.UNITS) {
                    QualityTables.units(sheet, report);
                }
            }
            QualityTables.codes(sheet, report);
            QualityTables.unmapped(sheet, report);
            QualityTables.models(sheet, report);
            return sheet.finished(
                    "%s%s \u00b7 made %s by Consilium \u00b7 counts only, no patient is named"
                            .formatted(
                                    report.synthetic() ? "SYNTHETIC DATA \u00b7 " : "",
                                    title,
                                    date(DAY, report.computed())));
        }
    }

    private static String date(DateTimeFormatter format, Instant instant) {
        // three letters in every month, also in September
        return format.format(instant.atZone(ZoneId.systemDefault())).replace("Sept", "Sep");
    }

    private static void head(Sheet sheet, QualityReport report) throws IOException {
        sheet.down(14);
        sheet.text("Data quality", Style.TITLE, Sheet.LEFT);
        sheet.down(20);
        sheet.text(report.cohort(), Style.HEADING, Sheet.LEFT, Sheet.RIGHT - Sheet.LEFT);
        sheet.down(15);
        sheet.text(
                "%,d patients \u00b7 %,d visits \u00b7 %,d events"
                        .formatted(report.patients(), report.visits(), report.events()),
                Style.TEXT,
                Sheet.LEFT);
        sheet.down(LINE);
        sheet.text(
                "Made %s, of what was last imported %s"
                        .formatted(
                                date(MINUTE, report.computed()), date(MINUTE, report.imported())),
                Style.QUIET,
                Sheet.LEFT);
        sheet.down(12);
        sheet.rule();
        sheet.down(20);
    }

    private static void score(Sheet sheet, QualityScore score) throws IOException {
        sheet.text("Score", Style.HEADING, Sheet.LEFT);
        sheet.down(34);
        sheet.text(score.words(), Style.FIGURE, Sheet.LEFT);
        sheet.down(12);
        sheet.text("of 100", Style.QUIET, Sheet.LEFT);
        sheet.down(-46);
        for (QualityScore.Part part : score.parts()) {
            sheet.text(part.item().label(), Style.TEXT, Sheet.LEFT + 76, LABEL);
            bar(sheet, part.share());
            sheet.text(Shares.words(part.good(), part.of()), Style.TEXT, numbers());
            sheet.down(LINE);
        }
        sheet.down(score.parts().size() < 4 ? LINE * (4 - score.parts().size()) : 0);
        sheet.down(3);
        sheet.paragraph(
                QualityScore.FORMULA
                        + " It compares cohorts and imports; it does not say what the data are fit for.",
                Style.QUIET,
                Sheet.LEFT + 76,
                Sheet.RIGHT - Sheet.LEFT - 76);
        sheet.down(14);
    }

    private static void bar(Sheet sheet, double share) throws IOException {
        sheet.bar(Sheet.LEFT + 76 + LABEL, BAR, TRACK);
        // what is there is seen, however little
        sheet.bar(Sheet.LEFT + 76 + LABEL, share > 0 ? (float) Math.max(1, share * BAR) : 0, FILL);
    }

    private static float numbers() {
        return Sheet.LEFT + 76 + LABEL + BAR + 8;
    }

    static void heading(Sheet sheet, String words, float needed) throws IOException {
        sheet.down(10);
        sheet.need(needed);
        sheet.text(words, Style.HEADING, Sheet.LEFT);
        sheet.down(LINE + 4);
    }

    private static void section(Sheet sheet, QualitySection section, List<Finding> findings)
            throws IOException {
        heading(sheet, section.label(), 56);
        for (Finding finding : findings) {
            if (finding.found() > 0) {
                row(sheet, finding);
            }
        }
        List<String> clean =
                findings.stream()
                        .filter(finding -> finding.found() == 0)
                        .map(Finding::check)
                        .map(QualityCheck::label)
                        .toList();
        if (!clean.isEmpty()) {
            sheet.paragraph(
                    clean.stream().collect(Collectors.joining("; ", "None: ", ".")),
                    Style.QUIET,
                    Sheet.LEFT,
                    Sheet.RIGHT - Sheet.LEFT);
        }
    }

    private static void row(Sheet sheet, Finding finding) throws IOException {
        sheet.need(LINE);
        sheet.text(finding.check().label(), Style.TEXT, Sheet.LEFT, LABEL - 8);
        sheet.bar(Sheet.LEFT + LABEL, BAR, TRACK);
        sheet.bar(Sheet.LEFT + LABEL, (float) Math.max(1, finding.share() * BAR), FILL);
        sheet.text(
                Shares.words(finding.found(), finding.of()),
                Style.STRONG,
                Sheet.LEFT + LABEL + BAR + 8);
        sheet.right(
                "%,d of %,d %s"
                        .formatted(
                                finding.found(), finding.of(), finding.check().subject().plural()),
                Style.QUIET,
                Sheet.RIGHT);
        sheet.down(LINE);
    }
}
