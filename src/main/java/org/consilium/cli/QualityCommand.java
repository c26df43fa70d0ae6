package org.consilium.cli;

import java.nio.file.Path;
import org.consilium.quality.QualityJson;
import org.consilium.quality.QualityReport;
import org.consilium.quality.export.QualityFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how good the records of a cohort are. */
@Command(
        name = "quality",
        description =
                "Says how good the records of a cohort are: what is missing, implausible, recorded twice or not coded, and how much the base models know.")
final class QualityCommand extends StoreCommand {
    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Option(
            names = "--pdf",
            paramLabel = "FILE",
            description = "Write the report as PDF, too (counts only).")
    private @Nullable Path pdf;

    @Option(
            names = "--patients",
            description =
                    "With --json: name the patients of each finding by their identifiers, the first 10,000.")
    private boolean patients;

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        QualityReport report = workspace.quality().assessing(cohort).run(console);
        if (pdf != null) {
            QualityFiles.pdf(report, pdf);
            console.message("Written to " + pdf + ".");
        }
        if (json) {
            console.line("%s", QualityJson.text(patients ? report : report.anonymous()));
        } else {
            QualityTable.print(report, console);
        }
    }
}
