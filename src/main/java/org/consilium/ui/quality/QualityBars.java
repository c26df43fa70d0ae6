package org.consilium.ui.quality;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.clinical.EventKind;
import org.consilium.quality.CodeUse;
import org.consilium.quality.Finding;
import org.consilium.quality.ModelCoverage;
import org.consilium.quality.PatientList;
import org.consilium.quality.QualityReport;
import org.consilium.quality.QualityScore;
import org.consilium.quality.QualitySection;
import org.consilium.quality.Shares;
import org.consilium.quality.Standing;
import org.consilium.quality.Subject;
import org.consilium.quality.UnitUse;
import org.consilium.quality.UnmappedConcept;
import org.consilium.ui.common.Counted;

/** A report as bars. */
final class QualityBars {
    private static final int MOST_UNITS = 12;

    private QualityBars() {}

    static List<QualityBar> score(QualityReport report) {
        return report.score().parts().stream().map(part -> part(report, part)).toList();
    }

    private static QualityBar part(QualityReport report, QualityScore.Part part) {
        long lost = part.of() - part.good();
        return new QualityBar(
                "score-" + id(part.item()),
                QualityBar.Kind.SOUND,
                part.item().label(),
                part.share(),
                Shares.words(part.good(), part.of()),
                lost == 0 ? "" : "%,d of %,d are not".formatted(lost, part.of()),
                "Not: " + lower(part.item().label()),
                lost == 0 ? PatientList.NOBODY : report.patients(part.item().checks()));
    }

    /** What was found. */
    static List<QualityBar> found(QualityReport report, QualitySection section) {
        return report.in(section).stream()
                .filter(finding -> finding.found() > 0)
                .map(QualityBars::finding)
                .toList();
    }

    private static QualityBar finding(Finding finding) {
        Subject subject = finding.check().subject();
        return new QualityBar(
                id(finding.check()),
                QualityBar.Kind.FOUND,
                finding.check().label(),
                finding.share(),
                Shares.words(finding.found(), finding.of()),
                subject == Subject.PATIENTS
                        ? "%,d of %,d patients".formatted(finding.found(), finding.of())
                        : "%,d %s%s"
                                .formatted(
                                        finding.found(),
                                        subject.name(finding.found()),
                                        people(finding.patients())),
                finding.check().label(),
                finding.patients());
    }

    /** What was looked for and not found, as one sentence; empty where all was found. */
    static String none(QualityReport report, QualitySection section) {
        return report.in(section).stream()
                .filter(finding -> finding.found() == 0)
                .map(finding -> lower(finding.check().label()))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining(", "),
                                words -> words.isEmpty() ? "" : "None: " + words + "."));
    }

    /** Tests recorded in several units, or in none. */
    static List<QualityBar> units(QualityReport report) {
        return report.units().stream().limit(MOST_UNITS).map(QualityBars::unit).toList();
    }

    private static QualityBar unit(UnitUse use) {
        String units =
                use.units().stream()
                        .map(each ->
                                "%s %,d"
                                        .formatted(
                                                each.unit().isEmpty() ? "no unit" : each.unit(),
                                                each.numbers()))
                        .collect(Collectors.joining(" \u00b7 "));
        return new QualityBar(
                "unit-" + use.concept().code(),
                QualityBar.Kind.FOUND,
                use.concept().display(),
                (double) use.unusual() / use.numbers(),
                Shares.words(use.unusual(), use.numbers()),
                units,
                "Unusual unit: " + use.concept().display(),
                use.patients());
    }

    /** Systems of codes, each as its share of the events of its kind. */
    static List<QualityBar> codes(QualityReport report) {
        Map<EventKind, Long> all = new EnumMap<>(EventKind.class);
        report.codes().forEach(use -> all.merge(use.kind(), use.events(), Long::sum));
        return report.codes().stream()
                .map(use -> code(use, all.getOrDefault(use.kind(), 1L)))
                .toList();
    }

    private static QualityBar code(CodeUse use, long all) {
        String label = "%s \u00b7 %s".formatted(words(use.kind()), use.system().label());
        return new QualityBar(
                "code-" + id(use.kind()) + "-" + use.system().label().replace(' ', '_'),
                use.standing() == Standing.SHARED ? QualityBar.Kind.SOUND : QualityBar.Kind.FOUND,
                label,
                (double) use.events() / all,
                Shares.words(use.events(), all),
                "%s \u00b7 %s%s"
                        .formatted(
                                Counted.of(use.events(), "event"),
                                Counted.of(use.concepts(), "code"),
                                use.standing() == Standing.SHARED
                                        ? ""
                                        : " \u00b7 " + use.standing().label()),
                label,
                use.patients());
    }

    /** The most used concepts that nobody else can read, beside the most used of them. */
    static List<QualityBar> unmapped(QualityReport report) {
        long most = report.unmapped().stream().mapToLong(UnmappedConcept::events).max().orElse(1);
        return report.unmapped().stream().map(each -> unmapped(each, most)).toList();
    }

    private static QualityBar unmapped(UnmappedConcept each, long most) {
        return new QualityBar(
                "unmapped-" + each.concept().code().replace(' ', '_'),
                QualityBar.Kind.FOUND,
                each.concept().display(),
                (double) each.events() / most,
                "%,d".formatted(each.events()),
                "%s \u00b7 %s%s"
                        .formatted(
                                words(each.kind()),
                                each.standing().label(),
                                people(each.patients())),
                "Not mapped: " + each.concept().display(),
                each.patients());
    }

    /** What a model knows of each kind of event. */
    static List<QualityBar> model(ModelCoverage model) {
        return model.kinds().stream().map(kind -> kind(model, kind)).toList();
    }

    private static QualityBar kind(ModelCoverage model, ModelCoverage.Kind kind) {
        return new QualityBar(
                "model-" + id(kind.kind()),
                QualityBar.Kind.SOUND,
                words(kind.kind()),
                (double) kind.known() / kind.events(),
                Shares.words(kind.known(), kind.events()),
                "%s of %s"
                        .formatted(
                                Shares.words(kind.conceptsKnown(), kind.concepts()),
                                Counted.of(kind.concepts(), "code")),
                "%s unknown to %s".formatted(words(kind.kind()), model.model()),
                kind.patients());
    }

    /** Those of whom a model knows little. */
    static QualityBar strangers(ModelCoverage model, QualityReport report) {
        int count = model.strangers().count();
        return new QualityBar(
                "strangers",
                QualityBar.Kind.FOUND,
                "Patients it hardly knows",
                report.patients() == 0 ? 0 : (double) count / report.patients(),
                Shares.words(count, report.patients()),
                "%,d with less than half of their events known".formatted(count),
                "Hardly known to " + model.model(),
                model.strangers());
    }

    private static String people(PatientList patients) {
        return " \u00b7 " + Counted.of(patients.count(), "patient");
    }

    private static String id(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT);
    }

    private static String words(EventKind kind) {
        String words = id(kind).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
