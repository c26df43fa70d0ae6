package org.consilium.quality.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.consilium.clinical.EventKind;
import org.consilium.paper.Sheet;
import org.consilium.paper.Style;
import org.consilium.quality.CodeUse;
import org.consilium.quality.ModelCoverage;
import org.consilium.quality.QualityReport;
import org.consilium.quality.Shares;
import org.consilium.quality.UnitUse;
import org.consilium.quality.UnmappedConcept;

/** The tables of the report: units, codes, what is not mapped, what the models know. */
final class QualityTables {
    private static final int MOST_UNITS = 10;
    private static final float SECOND = Sheet.LEFT + 110;
    private static final float THIRD = Sheet.LEFT + 330;
    private static final float FOURTH = Sheet.RIGHT - 70;

    private QualityTables() {}

    static void units(Sheet sheet, QualityReport report) throws IOException {
        if (report.units().isEmpty()) {
            return;
        }
        sheet.down(4);
        columns(sheet, "Test", "", "Units as recorded", "Results", "Unusual");
        for (UnitUse use : report.units().stream().limit(MOST_UNITS).toList()) {
            sheet.need(QualityPdf.LINE);
            sheet.text(use.concept().display(), Style.TEXT, Sheet.LEFT, 230);
            sheet.text(units(use), Style.TEXT, Sheet.LEFT + 240, FOURTH - Sheet.LEFT - 290);
            sheet.right("%,d".formatted(use.numbers()), Style.TEXT, FOURTH);
            sheet.right("%,d".formatted(use.unusual()), Style.TEXT, Sheet.RIGHT);
            sheet.down(QualityPdf.LINE);
        }
        int more = report.units().size() - MOST_UNITS;
        if (more > 0) {
            sheet.text(
                    "and %,d more of %,d tests".formatted(more, report.tests()),
                    Style.QUIET,
                    Sheet.LEFT);
            sheet.down(QualityPdf.LINE);
        }
    }

    private static String units(UnitUse use) {
        return use.units().stream()
                .map(each -> each.unit().isEmpty() ? "none" : each.unit())
                .collect(Collectors.joining(", "));
    }

    static void codes(Sheet sheet, QualityReport report) throws IOException {
        if (report.codes().isEmpty()) {
            return;
        }
        sheet.down(4);
        columns(sheet, "Kind", "Code system", "Standing", "Events", "Different");
        for (CodeUse use : report.codes()) {
            sheet.need(QualityPdf.LINE);
            sheet.text(kind(use.kind()), Style.TEXT, Sheet.LEFT);
            sheet.text(use.system().label(), Style.TEXT, SECOND, THIRD - SECOND - 8);
            sheet.text(use.standing().label(), Style.TEXT, THIRD);
            sheet.right("%,d".formatted(use.events()), Style.TEXT, FOURTH);
            sheet.right("%,d".formatted(use.concepts()), Style.TEXT, Sheet.RIGHT);
            sheet.down(QualityPdf.LINE);
        }
    }

    static void unmapped(Sheet sheet, QualityReport report) throws IOException {
        List<UnmappedConcept> unmapped = report.unmapped();
        if (unmapped.isEmpty()) {
            return;
        }
        QualityPdf.heading(sheet, "Most used codes that nobody else can read", 60);
        columns(sheet, "Kind", "Concept", "Standing", "Events", "Patients");
        for (UnmappedConcept each : unmapped) {
            sheet.need(QualityPdf.LINE);
            sheet.text(kind(each.kind()), Style.TEXT, Sheet.LEFT);
            sheet.text(each.concept().display(), Style.TEXT, SECOND, THIRD - SECOND - 8);
            sheet.text(each.standing().label(), Style.TEXT, THIRD);
            sheet.right("%,d".formatted(each.events()), Style.TEXT, FOURTH);
            sheet.right("%,d".formatted(each.patients().count()), Style.TEXT, Sheet.RIGHT);
            sheet.down(QualityPdf.LINE);
        }
    }

    static void models(Sheet sheet, QualityReport report) throws IOException {
        for (ModelCoverage model : report.models()) {
            QualityPdf.heading(sheet, "What the base model " + model.model() + " knows", 100);
            sheet.paragraph(model.reading(), Style.TEXT, Sheet.LEFT, Sheet.RIGHT - Sheet.LEFT);
            sheet.down(4);
            columns(sheet, "Kind", "", "", "Of events", "Of codes");
            for (ModelCoverage.Kind kind : model.kinds()) {
                sheet.need(QualityPdf.LINE);
                sheet.text(kind(kind.kind()), Style.TEXT, Sheet.LEFT);
                double share = kind.events() == 0 ? 0 : (double) kind.known() / kind.events();
                sheet.bar(SECOND, 260, QualityPdf.TRACK);
                sheet.bar(SECOND, (float) (share * 260), QualityPdf.FILL);
                sheet.right(Shares.words(kind.known(), kind.events()), Style.STRONG, FOURTH);
                sheet.right(
                        Shares.words(kind.conceptsKnown(), kind.concepts()),
                        Style.TEXT,
                        Sheet.RIGHT);
                sheet.down(QualityPdf.LINE);
            }
        }
    }

    private static void columns(
            Sheet sheet, String first, String second, String third, String fourth, String fifth)
            throws IOException {
        sheet.need(3 * QualityPdf.LINE);
        sheet.text(first, Style.QUIET, Sheet.LEFT);
        sheet.text(second, Style.QUIET, second.isEmpty() ? Sheet.LEFT : SECOND);
        sheet.text(third, Style.QUIET, second.isEmpty() ? Sheet.LEFT + 240 : THIRD);
        sheet.right(fourth, Style.QUIET, FOURTH);
        sheet.right(fifth, Style.QUIET, Sheet.RIGHT);
        sheet.down(4);
        sheet.rule();
        sheet.down(QualityPdf.LINE - 2);
    }

    /** "Care plan". */
    private static String kind(EventKind kind) {
        String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
