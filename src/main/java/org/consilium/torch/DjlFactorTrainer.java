package org.consilium.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.Random;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
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
        try (NDManager manager = Torch.newManager();
                FactorNetwork network = new FactorNetwork(manager, terms, start, options.pull())) {
            Random random = new Random(options.seed());
            int[] order = new int[visits.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
            for (int epoch = 1; epoch <= options.epochs(); epoch++) {
                double rate = options.learningRate() * Math.pow(options.decay(), epoch - 1);
                shuffle(order, random);
                double loss = 0;
                for (int from = 0; from < order.length; from += options.batch()) {
                    progress.checkCancelled();
                    int to = Math.min(order.length, from + options.batch());
                    Batch batch = Batch.of(visits, order, from, to, options, random);
                    loss += step(network, manager, batch, rate);
                    if (options.averaging() > 0) {
                        network.average(options.averaging());
                    }
                    long done = (long) (epoch - 1) * order.length + to;
                    progress.report(
                            done,
                            (long) options.epochs() * order.length,
                            "Training, epoch " + epoch);
                }
                afterEpoch.done(epoch, loss / Math.max(1, order.length), network::factors);
            }
            return network.factors();
        }
    }

    @Override
    public String engine() {
        return "PyTorch %s, DJL %s".formatted(Natives.version(), Engine.getDjlVersion());
    }

    private static double step(FactorNetwork network, NDManager manager, Batch batch, double rate) {
        double loss;
        try (NDManager stepManager = manager.newSubManager()) {
            loss = network.backward(stepManager, batch);
        }
        network.update(rate);
        return loss;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
