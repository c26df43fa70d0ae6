package org.consilium.cli;

import java.util.List;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.EvaluationRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares models and baselines on held-out patients of a cohort. */
@Command(
        name = "evaluate",
        description = "Compares models and baselines on held-out patients of a cohort.")
final class EvaluateCommand extends StoreCommand {
    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Option(
            names = "--base",
            description = "Model that tuning starts from (default: the shipped one).")
    private @Nullable String base;

    @Option(
            names = "--models",
            split = ",",
            description =
                    "Names of models, base (untouched), tuned, local (no transfer), scratch, popularity,"
                            + " popularity-given-conditions, itemknn, ridge (default: base and every baseline).")
    private List<String> models =
            List.of("base", "popularity", "popularity-given-conditions", "itemknn", "ridge");

    @Option(
            names = "--train-patients",
            split = ",",
            description = "Training patients (default: all).")
    private List<Integer> trainPatients = List.of();

    @Option(names = "--seeds", description = "How many seeds (default 1).")
    private int seeds = 1;

    @Override
    void check() {
        if (seeds < 1 || trainPatients.stream().anyMatch(n -> n < 1)) {
            throw usage("--seeds and --train-patients take numbers from 1.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        EvaluationReport report =
                workspace
                        .tuning()
                        .evaluating(
                                new EvaluationRequest(cohort, base, models, trainPatients, seeds))
                        .run(console);
        if (json) {
            console.json(report);
        } else {
            Reports.print(report, console);
        }
    }
}
