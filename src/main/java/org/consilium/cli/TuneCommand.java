package org.consilium.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.NotFoundException;
import org.consilium.job.Job;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.InterruptedRun;
import org.consilium.tuning.RecipeChoice;
import org.consilium.tuning.RecipeTry;
import org.consilium.tuning.Transfer;
import org.consilium.tuning.TuneRecipe;
import org.consilium.tuning.TuneRequest;
import org.consilium.tuning.TuningRuns;
import org.consilium.tuning.TuningService;
import org.consilium.tuning.factor.Layer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fine-tunes a model on a cohort. */
@Command(
        name = "tune",
        description = "Fine-tunes a model on a cohort; serve it with models promote.")
final class TuneCommand extends StoreCommand {
    /** Which decisions on recommendations are learned from. */
    enum Feedback {
        ALL,
        NONE
    }

    @Option(names = "--cohort", description = "Name of the cohort.")
    private @Nullable String cohort;

    @Option(
            names = "--task",
            paramLabel = "NAME",
            description =
                    "A task of tasks define, in the place of --cohort; on what was prepared for it, where that was done.")
    private @Nullable String task;

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

    @Option(
            names = "--feedback",
            description = "Decisions on recommendations to learn from: all or none (default: all).")
    private Feedback feedback = Feedback.ALL;

    @Option(
            names = "--resume",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "NAME",
            description =
                    "Go on with a run that was interrupted, as it was asked for (default: the latest).")
    private @Nullable String resume;

    @Option(
            names = "--discard",
            paramLabel = "NAME",
            description = "Remove a run that was interrupted, and what it learned.")
    private @Nullable String discard;

    @Mixin private RecipeArguments arguments = new RecipeArguments();

    private TuneRecipe recipe = TuneRecipe.CAREFUL;

    @Override
    void check() {
        int asked =
                (cohort == null ? 0 : 1)
                        + (task == null ? 0 : 1)
                        + (resume == null ? 0 : 1)
                        + (discard == null ? 0 : 1);
        if (asked != 1) {
            throw usage(
                    "tune takes one of --cohort NAME, --task NAME, --resume and --discard NAME.");
        }
        try {
            recipe = arguments.recipe();
        } catch (IllegalArgumentException e) {
            throw usage(Objects.requireNonNull(e.getMessage()));
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        TuningRuns runs = workspace.tuning().runs();
        if (discard != null) {
            runs.discard(discard);
            console.line("Discarded the run %s.", discard);
            return;
        }
        EpochListener listener = new Told(console);
        FineTuneRun run = job(workspace.tuning(), console, listener).run(console);
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

    private Job<FineTuneRun> job(TuningService tuning, Console console, EpochListener listener) {
        TuningRuns runs = tuning.runs();
        List<InterruptedRun> interrupted = runs.interrupted();
        if (resume != null) {
            String wanted = resume.isEmpty() ? latest(interrupted) : resume;
            return runs.resuming(wanted, listener);
        }
        for (InterruptedRun run : interrupted) {
            console.message(
                    "The run %s was interrupted %s: tune --resume=%s goes on with it, tune --discard %s removes it."
                            .formatted(run.name(), run.progress(), run.name(), run.name()));
        }
        TuneRequest request =
                new TuneRequest(
                        task == null
                                ? Objects.requireNonNull(cohort)
                                : tuning.tasks().byName(task).cohort(),
                        base,
                        name,
                        seed,
                        transfer,
                        recipe,
                        feedback == Feedback.ALL,
                        task == null ? null : tuning.tasks().use(task));
        return runs.beginning(request, listener);
    }

    /** Says what happens in a run: epochs, layers that thaw, and what comes after. */
    private static final class Told implements EpochListener {
        private final Console console;
        private Map<Layer, Double> layers = Map.of();

        private Told(Console console) {
            this.console = console;
        }

        @Override
        public void epoch(int epoch, int epochs, double loss, double ndcg) {
            console.message(
                    "Epoch %d of %d: loss %.3f, NDCG@10 %.3f".formatted(epoch, epochs, loss, ndcg));
        }

        @Override
        public void layers(int epoch, Map<Layer, Double> rates) {
            boolean plain = layers.isEmpty() && rates.values().stream().allMatch(rate -> rate == 1);
            if (!plain && !rates.equals(layers)) {
                console.message("From epoch %d: %s".formatted(epoch, Layer.words(rates)));
            }
            layers = rates;
        }

        @Override
        public void stage(String words) {
            console.message(words);
        }
    }

    private static String latest(List<InterruptedRun> interrupted) {
        if (interrupted.isEmpty()) {
            throw new NotFoundException("No run was interrupted: there is nothing to resume.");
        }
        return interrupted.getFirst().name();
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
