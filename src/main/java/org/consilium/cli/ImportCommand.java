package org.consilium.cli;

import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.CohortChanges;
import org.consilium.clinical.KnownPatients;
import org.consilium.importing.ImportReport;
import org.consilium.importing.ImportRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings files into a cohort. */
@Command(name = "import", description = "Brings files into a cohort.")
final class ImportCommand extends StoreCommand {
    private static final int SHOWN = 20;

    @Option(names = "--cohort", required = true, description = "Cohort to make or to add to.")
    private String cohort = "";

    @Option(names = "--format", description = "A reader's name, or auto (the default).")
    private String format = ImportRequest.AUTO;

    @Option(names = "--synthetic", description = "Nobody in it is real.")
    private boolean synthetic;

    @Option(
            names = "--replace",
            description =
                    "Records of patients who are there already are replaced, not brought up to date.")
    private boolean replace;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
    private List<Path> paths = List.of();

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        ImportReport report = workspace.imports().importing(request()).run(console);
        if (json) {
            console.json(report);
            return;
        }
        console.line(
                "%s: %,d patients, %,d encounters, %,d events (%s) in %.1f s",
                report.cohort(),
                report.patients(),
                report.encounters(),
                report.events(),
                report.format(),
                report.seconds());
        print(report.changes(), console);
        report.skipped().forEach((type, count) -> console.line("  not used: %s %,d", type, count));
        report.meaning().sentences().forEach(words -> console.line("  %s", words));
        console.line("  rejected: %,d", report.rejected());
        report.issues().stream()
                .limit(SHOWN)
                .forEach(issue -> console.line("  %s", issue.sentence()));
    }

    private ImportRequest request() {
        KnownPatients known = replace ? KnownPatients.REPLACE : KnownPatients.UPDATE;
        return new ImportRequest(cohort, paths, format, synthetic, known);
    }

    private static void print(CohortChanges changes, Console console) {
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
}
