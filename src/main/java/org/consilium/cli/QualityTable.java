package org.consilium.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.consilium.clinical.EventKind;
import org.consilium.quality.CodeUse;
import org.consilium.quality.Finding;
import org.consilium.quality.ModelCoverage;
import org.consilium.quality.QualityReport;
import org.consilium.quality.QualityScore;
import org.consilium.quality.QualitySection;
import org.consilium.quality.Shares;
import org.consilium.quality.Subject;
import org.consilium.quality.UnitUse;
import org.consilium.quality.UnmappedConcept;

/** A quality report as tables. */
final class QualityTable {
    private static final int MOST_UNITS = 20;

    private QualityTable() {}

    static void print(QualityReport report, Console console) {
        console.line(
                "%s%s: %,d patients, %,d visits, %,d events, imported %s",
                report.cohort(),
                report.synthetic() ? " [SYNTHETIC]" : "",
                report.patients(),
                report.visits(),
                report.events(),
                report.imported());
        score(report.score(), console);
        for (QualitySection section : QualitySection.values()) {
            console.line("");
            console.line("%s", section.label());
            report.in(section).forEach(finding -> finding(finding, console));
        }
        units(report, console);
        codes(report, console);
        report.models().forEach(model -> model(model, console));
        if (report.models().isEmpty()) {
            console.line("");
            console.line("No base model is installed.");
        }
    }

    private static void score(QualityScore score, Console console) {
        console.line("%nScore %s of 100: %s", score.words(), QualityScore.FORMULA);
        for (QualityScore.Part part : score.parts()) {
            console.line("  %-42s %7s", part.item().label(), Shares.words(part.good(), part.of()));
        }
    }

    private static void finding(Finding finding, Console console) {
        Subject subject = finding.check().subject();
        String numbers =
                finding.found() == 0
                        ? "none of %,d %s".formatted(finding.of(), subject.plural())
                        : "%,d of %,d %s"
                                .formatted(finding.found(), finding.of(), subject.plural());
        String whom =
                finding.found() == 0 || subject == Subject.PATIENTS
                        ? ""
                        : ", %,d patients".formatted(finding.patients().count());
        console.line(
                "  %-42s %7s  %s%s",
                finding.check().label(),
                Shares.words(finding.found(), finding.of()),
                numbers,
                whom);
    }

    private static void units(QualityReport report, Console console) {
        if (report.units().isEmpty()) {
            return;
        }
        console.line("");
        console.line("Tests with numbers that lack a unit or are in an unusual one");
        console.line("  %-42s %9s %9s  %s", "test", "numbers", "unusual", "units as recorded");
        for (UnitUse use : report.units().stream().limit(MOST_UNITS).toList()) {
            console.line(
                    "  %-42s %,9d %,9d  %s",
                    cut(use.concept().display()),
                    use.numbers(),
                    use.unusual(),
                    use.units().stream()
                            .map(unit ->
                                    "%s (%,d)"
                                            .formatted(
                                                    unit.unit().isEmpty() ? "none" : unit.unit(),
                                                    unit.numbers()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void codes(QualityReport report, Console console) {
        console.line("");
        console.line("Codes by kind and system");
        console.line(
                "  %-13s %-28s %-15s %10s %10s",
                "kind", "system", "standing", "events", "different");
        for (CodeUse use : report.codes()) {
            console.line(
                    "  %-13s %-28s %-15s %,10d %,10d",
                    kind(use.kind()),
                    use.system().label(),
                    use.standing().label(),
                    use.events(),
                    use.concepts());
        }
        if (!report.unmapped().isEmpty()) {
            console.line("");
            console.line("Most used codes that nobody else can read");
            for (UnmappedConcept each : report.unmapped()) {
                console.line(
                        "  %-13s %-42s %-15s %,10d events, %,d patients",
                        kind(each.kind()),
                        cut(each.concept().display()),
                        each.standing().label(),
                        each.events(),
                        each.patients().count());
            }
        }
    }

    private static void model(ModelCoverage model, Console console) {
        console.line("%nBase model %s: %s", model.model(), model.reading());
        for (ModelCoverage.Kind kind : model.kinds()) {
            console.line(
                    "  %-13s knows %7s of %,d events, %7s of %,d codes",
                    kind(kind.kind()),
                    Shares.words(kind.known(), kind.events()),
                    kind.events(),
                    Shares.words(kind.conceptsKnown(), kind.concepts()),
                    kind.concepts());
        }
        console.line(
                "  Patients of whose events it knows less than half: %,d",
                model.strangers().count());
    }

    private static String cut(String words) {
        return words.length() <= 42 ? words : words.substring(0, 41) + "\u2026";
    }

    private static String kind(EventKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
