package org.consilium.cli;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.tuning.Adjustments;
import org.consilium.tuning.Preset;
import org.consilium.tuning.TuneRecipe;
import org.consilium.tuning.factor.Course;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.factor.Schedule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a model is to be tuned, on the command line. */
final class RecipeArguments {
    private static final int MOST_MINUTES = 7 * 24 * 60;

    @Option(
            names = "--preset",
            description =
                    "quick, careful or expert (default: careful; expert when one of the options below is given).")
    private @Nullable Preset preset;

    @Option(
            names = "--search",
            paramLabel = "MINUTES",
            description = {
                "Try recipes for so long on training patients left out. Measured on the demo: there",
                "NDCG@10 +.007 [+.004, +.010], on the patients held out .934 against .929."
            })
    private @Nullable Double search;

    @Option(names = "--epochs", description = "Passes over the visits (expert).")
    private @Nullable Integer epochs;

    @Option(names = "--learning-rate", description = "Of Adam (expert).")
    private @Nullable Double learningRate;

    @Option(
            names = "--find-rate",
            description = "Look for the learning rate on the training loss (expert).")
    private boolean findRate;

    @Option(names = "--decay", description = "Of the learning rate after each epoch (expert).")
    private @Nullable Double decay;

    @Option(names = "--l2sp", description = "Pull towards the base model (expert).")
    private @Nullable Double l2sp;

    @Option(names = "--batch", description = "Visits a step (expert).")
    private @Nullable Integer batch;

    @Option(names = "--dropout", description = "Share of the facts left out a step (expert).")
    private @Nullable Double dropout;

    @Option(
            names = "--freeze",
            split = ",",
            paramLabel = "LAYER",
            description = "Layers that don't learn: head, vectors, text (expert).")
    private List<Layer> freeze = List.of();

    @Option(
            names = "--rate",
            split = ",",
            paramLabel = "LAYER=FACTOR",
            description = "Factors on the learning rate, such as text=0.1 (expert).")
    private Map<Layer, Double> rates = Map.of();

    @Option(
            names = "--schedule",
            description = "Of the learning rate: decay or one-cycle (expert; default decay).")
    private @Nullable String schedule;

    @Option(
            names = "--unfreeze",
            paramLabel = "EPOCHS",
            description = "Epochs after which the next layer joins, the head first (expert).")
    private int unfreezing;

    @Option(
            names = "--patience",
            paramLabel = "EPOCHS",
            description =
                    "Stop so many epochs after the best on a fifth of the training patients (expert).")
    private int patience;

    @Option(
            names = "--graph-layers",
            paramLabel = "LAYERS",
            description = {
                "Propagate what is learned over the graph of facts and items, LightGCN (expert).",
                "Measured, 25 stays of another region: NDCG@10 +.0004 [-.0018, +.0028]."
            })
    private int graphLayers;

    @Option(
            names = "--masked-epochs",
            paramLabel = "EPOCHS",
            description = {
                "Learn to tell hidden facts first (expert). Measured with 20 epochs, 10 and 25 stays of",
                "another region: NDCG@10 +.0023 [+.0008, +.0039] and +.0010 [-.0005, +.0026]."
            })
    private int maskedEpochs;

    /**
     * @throws IllegalArgumentException when they don't go together, in one sentence
     */
    TuneRecipe recipe() {
        Adjustments adjustments =
                new Adjustments(
                        epochs,
                        learningRate,
                        findRate,
                        decay,
                        l2sp,
                        batch,
                        dropout,
                        new Schedule(course(), layers(), unfreezing, patience),
                        graphLayers,
                        maskedEpochs);
        boolean adjusted = !adjustments.equals(Adjustments.NONE);
        Preset usual = adjusted ? Preset.EXPERT : Preset.CAREFUL;
        return new TuneRecipe(Objects.requireNonNullElse(preset, usual), adjustments, searchTime());
    }

    private Duration searchTime() {
        if (search == null) {
            return Duration.ZERO;
        }
        if (!(search > 0 && search <= MOST_MINUTES)) {
            throw new IllegalArgumentException(
                    "--search takes minutes, more than 0 and at most " + MOST_MINUTES + ".");
        }
        return Duration.ofMillis(Math.max(1, Math.round(search * 60_000)));
    }

    private Map<Layer, Double> layers() {
        Map<Layer, Double> factors = new EnumMap<>(Layer.class);
        factors.putAll(rates);
        for (Layer layer : freeze) {
            if (factors.put(layer, 0.) != null) {
                throw new IllegalArgumentException(
                        "The layer %s is frozen and has a rate: choose one."
                                .formatted(layer.words()));
            }
        }
        return factors;
    }

    private Course course() {
        if (schedule == null) {
            return Course.DECAY;
        }
        for (Course course : List.of(Course.DECAY, Course.ONE_CYCLE)) {
            if (course.words().equalsIgnoreCase(schedule)) {
                return course;
            }
        }
        throw new IllegalArgumentException(
                "--schedule takes decay or one-cycle, not " + schedule + ".");
    }
}
