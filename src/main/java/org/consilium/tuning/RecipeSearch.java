package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.consilium.job.Progress;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * Tries recipes on training patients left out in turn until its time is spent; a try that is not
 * finished by then counts for nothing. The recipe with the highest mean is taken if its paired
 * difference from the careful one excludes zero, else the careful one. The interval is that of one
 * difference: the best of many tries is flattered by chance, which the held-out patients, who are
 * not looked at here, show. The same seed tries the same recipes in the same order; how many
 * depends on the time. For the compute thread only.
 */
final class RecipeSearch {
    private static final int FOLDS = 3;

    private final Learner learner;
    private final EncodedVisits train;
    private final long seed;
    private final BooleanSupplier spent;
    private final Progress progress;
    private final Evaluator evaluator;
    private final List<Part> parts = new ArrayList<>();

    /**
     * @param spent whether the time is over
     */
    RecipeSearch(
            FactorTrainer trainer,
            EncodedVisits train,
            long seed,
            BooleanSupplier spent,
            Progress progress) {
        this.learner = new Learner(trainer);
        this.train = train;
        this.seed = seed;
        this.spent = spent;
        this.progress = progress;
        this.evaluator = new Evaluator(EvaluationOptions.withSeed(seed));
    }

    /** What is trained in one fold, all but the factors done. */
    private record Part(Learner.Lesson lesson, LearnedModel prepared, EncodedVisits test) {}

    /**
     * @param start what the transfer left of the base model, with factors
     */
    RecipeChoice search(LearnedModel start, TrainingOptions careful) {
        List<RecipeTry> tries = new ArrayList<>();
        progress.report(0, -1, "Measuring the careful recipe on training patients left out");
        try {
            prepare(start, careful);
            VisitMetrics prior = measure(careful);
            if (prior.size() == 0) {
                return choice(careful, "No training patient has a visit to compare recipes on.");
            }
            tries.add(new RecipeTry(careful, estimate(prior), null));
            RecipeSpace space = new RecipeSpace(seed);
            while (!spent.getAsBoolean()) {
                TrainingOptions drawn = space.draw(careful);
                RecipeTry done = told(drawn, measure(drawn), prior);
                tries.add(done);
                progress.report(tries.size() - 1L, -1, words(tries.size() - 1, done));
            }
        } catch (OutOfTime e) {
            progress.checkCancelled();
        }
        return chosen(careful, tries);
    }

    private void prepare(LearnedModel start, TrainingOptions careful) {
        Progress timed = timed();
        for (Split fold : Splits.folds(train, FOLDS, seed)) {
            timed.checkCancelled();
            Learner.Lesson lesson =
                    new Learner.Lesson("search", "", fold.train(), careful, start.provenance());
            parts.add(new Part(lesson, learner.prepared(lesson, start, timed), fold.test()));
        }
    }

    private VisitMetrics measure(TrainingOptions options) {
        List<VisitMetrics> measured = new ArrayList<>();
        for (Part part : parts) {
            LearnedModel model =
                    learner.trained(
                            part.lesson().with(options),
                            part.prepared(),
                            timed(),
                            FactorTrainer.AfterEpoch.NOTHING);
            measured.add(
                    VisitMetrics.measure(
                            new LearnedRanker("search", model),
                            part.test(),
                            ItemFilter.all(model.terms().items()),
                            seed));
        }
        return VisitMetrics.joined(measured);
    }

    private RecipeTry told(TrainingOptions options, VisitMetrics metrics, VisitMetrics prior) {
        Estimate difference = ndcg(evaluator.difference(metrics, prior).differences());
        return new RecipeTry(options, estimate(metrics), difference);
    }

    private Estimate estimate(VisitMetrics metrics) {
        return ndcg(evaluator.metrics(metrics));
    }

    private static Estimate ndcg(Map<Metric, Estimate> metrics) {
        return Objects.requireNonNull(metrics.get(Metric.NDCG_10));
    }

    private static RecipeChoice chosen(TrainingOptions careful, List<RecipeTry> tries) {
        RecipeTry best = tries.isEmpty() ? null : tries.getFirst();
        for (RecipeTry each : tries) {
            if (best == null || each.ndcg().mean() > best.ndcg().mean()) {
                best = each;
            }
        }
        if (best == null) {
            return choice(careful, "The time was over before a recipe could be measured.");
        }
        int others = tries.size() - 1;
        Estimate gain = best.difference();
        if (gain == null || gain.low() <= 0) {
            return new RecipeChoice(
                    Preset.CAREFUL,
                    careful,
                    "%d other recipes were tried; none was clearly better than the careful one."
                            .formatted(others),
                    tries,
                    null);
        }
        return new RecipeChoice(
                Preset.EXPERT,
                best.training(),
                String.format(
                        Locale.ROOT,
                        "Best of %d recipes tried: better than the careful one by %.3f [%.3f, %.3f] NDCG@10 on training patients left out.",
                        others,
                        gain.mean(),
                        gain.low(),
                        gain.high()),
                tries,
                null);
    }

    private static RecipeChoice choice(TrainingOptions careful, String reason) {
        return new RecipeChoice(Preset.CAREFUL, careful, reason, List.of(), null);
    }

    private static String words(int number, RecipeTry done) {
        Estimate difference = Objects.requireNonNull(done.difference());
        return String.format(
                Locale.ROOT,
                "Recipe %d: NDCG@10 %.3f, %+.3f to the careful one",
                number,
                done.ndcg().mean(),
                difference.mean());
    }

    /** Ends a try when the time is over, not only between tries. */
    private Progress timed() {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                progress.checkCancelled();
                if (spent.getAsBoolean()) {
                    throw new OutOfTime();
                }
            }
        };
    }

    private static final class OutOfTime extends CancellationException {
        private static final long serialVersionUID = 1;
    }
}
