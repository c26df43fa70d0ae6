package org.consilium.cli;

import java.util.List;
import org.consilium.clinical.Cohort;
import picocli.CommandLine.Command;

/** Lists the cohorts. */
@Command(name = "cohorts", description = "Lists the cohorts.")
final class CohortsCommand extends StoreCommand {
    @Override
    void run(Workspace workspace, Console console, boolean json) {
        List<Cohort> cohorts = workspace.cohorts().list();
        if (json) {
            console.json(cohorts);
            return;
        }
        cohorts.forEach(cohort ->
                console.line(
                        "%s%s: %,d patients, %,d encounters, %,d events, imported %s",
                        cohort.name(),
                        cohort.synthetic() ? " [SYNTHETIC]" : "",
                        cohort.patients(),
                        cohort.encounters(),
                        cohort.events(),
                        cohort.importedAt()));
        if (cohorts.isEmpty()) {
            console.message("No cohort yet: see consilium import --help.");
        }
    }
}
