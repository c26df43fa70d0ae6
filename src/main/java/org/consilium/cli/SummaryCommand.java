package org.consilium.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes one patient's record on one page. */
@Command(
        name = "summary",
        description =
                "Writes one patient on one page (PDF): allergies, problems, medication, results, what to consider, as of the latest visit.")
final class SummaryCommand extends StoreCommand {
    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Option(names = "--patient", required = true, description = "Identifier of the patient.")
    private String patient = "";

    @Option(
            names = "--pdf",
            required = true,
            paramLabel = "FILE",
            description = "The file to write.")
    private Path pdf = Path.of("summary.pdf");

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        workspace.writeSummary(workspace.cohorts().byName(cohort), patient, pdf);
        if (json) {
            console.json(pdf.toAbsolutePath().toString());
        } else {
            console.line("Written to %s.", pdf);
        }
    }
}
