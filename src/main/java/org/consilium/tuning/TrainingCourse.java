package org.consilium.tuning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.factor.TrainingOptions;
import org.consilium.tuning.factor.TrainingState;
import org.jspecify.annotations.Nullable;

/**
 * Follows the training of one run: measures the factors after each epoch on the held-out patients,
 * which is shown, never chosen by, and writes checkpoints. Not thread-safe.
 */
final class TrainingCourse implements FactorTrainer.AfterEpoch {
    private final LearnedModel start;
    private final EncodedVisits test;
    private final TrainingOptions options;
    private final EpochListener listener;
    private final RunLog log;
    private final List<Double> losses = new ArrayList<>();
    private final List<Double> validation = new ArrayList<>();

    /**
     * @param log what it says of earlier epochs is told the listener again
     */
    TrainingCourse(
            LearnedModel start,
            EncodedVisits test,
            TrainingOptions options,
            EpochListener listener,
            RunLog log) {
        this.start = start;
        this.test = test;
        this.options = options;
        this.listener = listener;
        this.log = log;
        RunRecord.Trained before = log.record().trained();
        if (before != null && log.from() != null) {
            losses.addAll(before.losses());
            validation.addAll(before.validation());
            for (int i = 0; i < losses.size(); i++) {
                listener.epoch(i + 1, options.epochs(), losses.get(i), validation.get(i));
            }
        }
    }

    @Override
    public void done(int epoch, double loss, Supplier<Factors> factors) {
        LearnedModel now = start.withFactors(factors.get());
        VisitMetrics metrics =
                VisitMetrics.measure(
                        new LearnedRanker("now", now),
                        test,
                        ItemFilter.all(start.terms().items()),
                        options.seed());
        double ndcg = metrics.mean(Metric.NDCG_10);
        losses.add(loss);
        validation.add(ndcg);
        listener.epoch(epoch, options.epochs(), loss, ndcg);
        tellLayers();
    }

    /** Which layers learn in the epoch that comes. */
    void tellLayers() {
        int next = losses.size() + 1;
        if (next <= options.epochs()) {
            Map<Layer, Double> rates = new EnumMap<>(Layer.class);
            for (Layer layer : Layer.values()) {
                rates.put(layer, options.schedule().rate(layer, next));
            }
            listener.layers(next, rates);
        }
    }

    @Override
    public @Nullable TrainingState from() {
        return log.from();
    }

    @Override
    public void checkpoint(Supplier<TrainingState> state) {
        if (log.isDue()) {
            log.keep(state.get(), options.epochs(), losses, validation);
        }
    }

    /** Training loss by epoch. */
    List<Double> losses() {
        return losses;
    }

    /** NDCG@10 on the held-out patients by epoch. */
    List<Double> validation() {
        return validation;
    }
}
