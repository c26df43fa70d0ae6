package org.consilium.cli;

import java.util.Locale;
import java.util.Objects;
import org.consilium.clinical.CohortChanges;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportPreview;
import org.consilium.importing.ImportReport;
import org.consilium.importing.mapping.MappingJson;
import org.consilium.importing.mapping.MappingQuestion;
import org.consilium.importing.mapping.MappingSuggestion;
import org.jspecify.annotations.Nullable;

/** What an import has to say, for a terminal. */
final class ImportWords {
    private static final int SHOWN = 20;

    private ImportWords() {}

    static void report(ImportReport report, boolean dryRun, Console console, boolean json) {
        if (json) {
            console.json(report);
        } else {
            String name = report.cohort().isEmpty() ? "Read" : report.cohort();
            counts(name, report, console);
        }
        if (dryRun) {
            console.message("Nothing was written: this was a dry run.");
        }
    }

    private static void counts(String name, ImportReport report, Console console) {
        console.line(
                "%s: %,d patients, %,d encounters, %,d events (%s) in %.1f s",
                name,
                report.patients(),
                report.encounters(),
                report.events(),
                report.format(),
                report.seconds());
        changes(report.changes(), console);
        issues(report, console);
    }

    private static void changes(CohortChanges changes, Console console) {
        console.line(
                "  patients: %,d new, %,d updated, %,d unchanged",
                changes.patientsAdded(), changes.patientsUpdated(), changes.patientsUnchanged());
        console.line(
                "  events: %,d added, %,d updated, %,d unchanged, %,d removed",
                changes.eventsAdded(),
                changes.eventsUpdated(),
                changes.eventsUnchanged(),
                changes.eventsRemoved());
    }

    private static void issues(ImportReport report, Console console) {
        report.skipped().forEach((type, count) -> console.line("  not used: %s %,d", type, count));
        report.meaning().sentences().forEach(words -> console.line("  %s", words));
        console.line("  rejected: %,d", report.rejected());
        report.issues().stream()
                .limit(SHOWN)
                .forEach(issue -> console.line("  %s", issue.sentence()));
    }

    static void preview(ImportPreview preview, Console console, boolean json) {
        if (json) {
            console.json(preview);
            return;
        }
        console.line("format: %s", preview.format());
        console.line("files: %,d", preview.fileCount());
        for (ImportPreview.File file : preview.files()) {
            console.line(
                    "  %s, %,d bytes, %s%s",
                    file.name(),
                    file.size(),
                    file.encoding(),
                    file.separator() == null ? "" : ", separated by " + file.separator());
        }
        ImportReport found = preview.found();
        String least = preview.sample() ? "at least " : "";
        console.line(
                "holds: %s%,d patients, %s%,d encounters, %s%,d events",
                least, found.patients(), least, found.encounters(), least, found.events());
        issues(found, console);
        console.line("first patients:");
        preview.patients().forEach(patient -> console.line("  %s", patient(patient)));
        console.message("Nothing was written: this was a preview.");
    }

    private static String patient(Timeline timeline) {
        Patient patient = timeline.patient();
        return "%s, %s, %s, born %s: encounters %,d, events %,d"
                .formatted(
                        patient.id(),
                        name(patient.familyName(), patient.givenName()),
                        patient.sex().name().toLowerCase(Locale.ROOT),
                        patient.birthDate() == null ? "not known" : patient.birthDate(),
                        timeline.encounters().size(),
                        timeline.events().size());
    }

    private static String name(@Nullable String family, @Nullable String given) {
        if (family == null && given == null) {
            return "name not known";
        }
        return (Objects.requireNonNullElse(family, "")
                        + " "
                        + Objects.requireNonNullElse(given, ""))
                .strip();
    }

    /** The mapping goes where results go, so that it can be sent to a file; the rest does not. */
    static void suggestion(MappingSuggestion suggestion, Console console) {
        console.line("%s", MappingJson.write(suggestion.mapping()).stripTrailing());
        console.message(
                "Confidence %.0f%%. Look at it, edit it, and give it to --mapping (docs/formats/csv-mapping.md)."
                        .formatted(100 * suggestion.confidence()));
        for (MappingQuestion question : suggestion.questions()) {
            String column = question.column().isEmpty() ? "" : ", column " + question.column();
            console.message("  ? " + question.file() + column + ": " + question.sentence());
        }
        suggestion.unused().forEach(column -> console.message("  not used: " + column));
    }
}
