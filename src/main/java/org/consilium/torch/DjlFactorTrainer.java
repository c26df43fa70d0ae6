package org.consilium.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.function.Supplier;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.GraphPropagation;
import org.consilium.tuning.factor.Schedule;
import org.consilium.tuning.factor.SeenFacts;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;
import org.consilium.tuning.factor.TrainingState;
import org.jspecify.annotations.Nullable;

/**
 * Trains factors with PyTorch through DJL, on one native thread. Not thread-safe: PyTorch keeps one
 * gradient collector a process, so call it from the compute thread only.
 */
public final class DjlFactorTrainer implements FactorTrainer {

    @Override
    public Factors train(
            Terms terms,
            EncodedVisits visits,
            Factors start,
            TrainingOptions options,
            Progress progress,
            AfterEpoch afterEpoch) {
        if (options.graphLayers() > 0) {
            // what is propagated reaches every fact
            return trainAll(terms, visits, start, options, progress, afterEpoch);
        }
        SeenFacts seen = SeenFacts.of(terms, visits);
        return seen.whole(
                trainAll(
                        seen.reduced(),
                        seen.reduced(visits),
                        seen.reduced(start),
                        options,
                        progress,
                        new OfSeen(seen, start, afterEpoch)),
                start);
    }

    /** Tells of the factors of all facts while those of some are trained. */
    private record OfSeen(SeenFacts seen, Factors start, AfterEpoch told) implements AfterEpoch {
        @Override
        public void done(int epoch, double loss, Supplier<Factors> factors) {
            told.done(epoch, loss, () -> seen.whole(factors.get(), start));
        }

        @Override
        public void step(double rate, double loss) {
            told.step(rate, loss);
        }

        @Override
        public @Nullable TrainingState from() {
            return told.from();
        }

        @Override
        public void checkpoint(Supplier<TrainingState> state) {
            told.checkpoint(state);
        }
    }

    private static Factors trainAll(
            Terms terms,
            EncodedVisits visits,
            Factors start,
            TrainingOptions options,
            Progress progress,
            AfterEpoch afterEpoch) {
        int patience = options.schedule().patience();
        Split split =
                patience == 0
                        ? new Split(visits, visits.subset(new int[0]), visits.subset(new int[0]))
                        : Splits.byPatient(visits, Schedule.VALIDATION, 0, options.seed());
        try (NDManager manager = Torch.newManager();
                FactorNetwork network =
                        new FactorNetwork(
                                manager, terms, start, options.pull(), afterEpoch.from())) {
            if (options.graphLayers() > 0) {
                network.spread(GraphPropagation.of(terms, split.train(), start, options), visits);
            }
            Epochs epochs = new Epochs(manager, network, options, progress, afterEpoch);
            epochs.run(split.train(), split.validation());
            return epochs.factors();
        }
    }

    @Override
    public String engine() {
        return "PyTorch %s, DJL %s".formatted(Natives.version(), Engine.getDjlVersion());
    }
}
