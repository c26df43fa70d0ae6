package org.consilium.cli;

import java.util.Objects;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.RecipeChoice;
import org.consilium.tuning.RecipeTry;
import org.consilium.tuning.Transfer;
import org.consilium.tuning.TuneRecipe;
import org.consilium.tuning.TuneRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fine-tunes a model on a cohort. */
@Command(
        name = "tune",
        description = "Fine-tunes a model on a cohort; serve it with models promote.")
final class TuneCommand extends StoreCommand {
    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Option(names = "--base", description = "Model to start from (default: the shipped one).")
    private @Nullable String base;

    @Option(names = "--name", description = "Name of the model to make.")
    private @Nullable String name;

    @Option(
            names = "--transfer",
            description =
                    "How much of the model to start from: full, partial, none or unchanged (default: what suits the cohort).")
    private @Nullable Transfer transfer;

    @Option(names = "--seed", description = "Seed of split and training (default 1).")
    private long seed = 1;

    @Mixin private RecipeArguments arguments = new RecipeArguments();

    private TuneRecipe recipe = TuneRecipe.CAREFUL;

    @Override
    void check() {
        try {
            recipe = arguments.recipe();
        } catch (IllegalArgumentException e) {
            throw usage(Objects.requireNonNull(e.getMessage()));
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        FineTuneRun run =
                workspace
                        .tuning()
                        .tuning(
                                new TuneRequest(cohort, base, name, seed, transfer, recipe),
                                (epoch, epochs, loss, ndcg) ->
                                        console.message(
                                                "Epoch %d of %d: loss %.3f, NDCG@10 %.3f"
                                                        .formatted(epoch, epochs, loss, ndcg)))
                        .run(console);
        if (json) {
            console.json(run);
            return;
        }
        console.line("%s from %s in %.1f s", run.name(), run.base(), run.seconds());
        RecipeChoice used = run.recipe();
        if (used != null) {
            print(used, console);
        }
        Reports.print(run.evaluation(), console);
        console.line("Not served yet: consilium models promote %s", run.name());
    }

    private static void print(RecipeChoice recipe, Console console) {
        console.line("Preset %s. %s", recipe.preset().words(), recipe.reason());
        for (RecipeTry each : recipe.tries()) {
            Estimate difference = each.difference();
            console.line(
                    "Tried %s: NDCG@10 %.3f%s",
                    each.training().words(),
                    each.ndcg().mean(),
                    difference == null
                            ? ""
                            : ", to careful %+.3f [%+.3f, %+.3f]"
                                    .formatted(
                                            difference.mean(),
                                            difference.low(),
                                            difference.high()));
        }
    }
}
