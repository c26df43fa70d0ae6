package org.consilium.cli;

import java.time.LocalDateTime;
import java.util.List;
import org.consilium.clinical.Decision;
import org.consilium.plan.CarePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what was accepted for a patient, or everything that was decided. */
@Command(name = "plan", description = "Says what is in a patient's care plan.")
final class PlanCommand extends StoreCommand {
    @Mixin private PatientAsked asked = new PatientAsked();

    @Option(names = "--all", description = "Every decision ever taken, also those taken back.")
    private boolean all;

    @Override
    void check() {
        try {
            asked.time();
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) {
        List<Decision> taken =
                workspace
                        .decisions()
                        .forPatient(asked.cohortId(workspace), asked.patient())
                        .reversed();
        LocalDateTime at = asked.time();
        List<Decision> shown =
                all ? taken : CarePlan.of(taken, at == null ? LocalDateTime.MAX : at);
        if (json) {
            console.json(shown.stream().map(PlanJson::row).toList());
            return;
        }
        shown.forEach(decision ->
                console.line(
                        "%s  %-9s %s%s%s",
                        decision.at().toLocalDate(),
                        PlanJson.verdict(decision),
                        decision.item().display(),
                        decision.change() == null ? "" : ", as: " + decision.change(),
                        decision.until() == null ? "" : ", until " + decision.until()));
        if (shown.isEmpty()) {
            console.message(
                    all ? "Nothing was decided for this patient." : "The care plan is empty.");
        }
    }
}
