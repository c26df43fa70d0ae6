package org.consilium.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.GraphPropagation;
import org.consilium.tuning.factor.Schedule;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;

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
