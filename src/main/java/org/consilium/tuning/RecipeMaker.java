package org.consilium.tuning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.consilium.job.Progress;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.RateCurve;
import org.consilium.tuning.factor.RateFinder;
import org.consilium.tuning.factor.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a person wants into the recipe of a run, by the training patients alone. For the
 * compute thread only.
 */
final class RecipeMaker {
    private final FactorTrainer trainer;
    private final EncodedVisits train;
    private final long seed;
    private final Clock clock;
    private final Progress progress;

    RecipeMaker(
            FactorTrainer trainer, EncodedVisits train, long seed, Clock clock, Progress progress) {
        this.clock = clock;
        this.trainer = trainer;
        this.train = train;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * @param start what the transfer left of the base model
     */
    RecipeChoice make(TuneRecipe wanted, LearnedModel start, Transfer transfer) {
        if (transfer == Transfer.UNCHANGED) {
            return told(
                    wanted,
                    null,
                    "The base model is left as it is, so that presets, options and a search change nothing.");
        }
        if (start.factors().isNone()) {
            return told(
                    wanted,
                    null,
                    "What is tuned has no factors: it is solved in closed form, in seconds, so that presets, options and a search change nothing.");
        }
        TrainingOptions options = wanted.options(train.patientCount(), seed);
        if (!wanted.search().isZero()) {
            return new RecipeSearch(trainer, train, seed, over(wanted.search()), progress)
                    .search(start, options);
        }
        if (wanted.adjustments().findRate()) {
            return withRate(start, options);
        }
        return switch (wanted.preset()) {
            case QUICK ->
                    told(
                            wanted,
                            options,
                            "%d epochs instead of %d: what is done otherwise here than at the source is learned in part only."
                                    .formatted(
                                            options.epochs(),
                                            TuneRecipe.CAREFUL
                                                    .options(train.patientCount(), seed)
                                                    .epochs()));
            case CAREFUL -> told(wanted, options, "All training patients, all epochs, L2-SP.");
            case EXPERT -> told(wanted, options, "Set by a person.");
        };
    }

    private RecipeChoice withRate(LearnedModel start, TrainingOptions options) {
        RateCurve curve =
                new RateFinder(trainer)
                        .find(start.terms(), train, start.factors(), options, progress);
        return new RecipeChoice(
                Preset.EXPERT,
                options.over(options.epochs(), curve.suggested(), options.schedule()),
                String.format(
                        Locale.ROOT,
                        "Set by a person; the learning rate %.2g was found on the training loss.",
                        curve.suggested()),
                List.of(),
                curve);
    }

    private static RecipeChoice told(
            TuneRecipe wanted, @Nullable TrainingOptions options, String reason) {
        return new RecipeChoice(wanted.preset(), options, reason, List.of(), null);
    }

    private BooleanSupplier over(Duration budget) {
        Instant end = clock.instant().plus(budget);
        return () -> !clock.instant().isBefore(end);
    }
}
