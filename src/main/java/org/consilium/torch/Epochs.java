package org.consilium.torch;

import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.TrainingOptions;
import org.consilium.tuning.factor.TrainingState;
import org.jspecify.annotations.Nullable;

/** The epochs of one training. Owned by one thread. */
final class Epochs {
    /** Begins the names of the best epoch's arrays where a training is saved. */
    private static final String BEST = "best.";

    private final NDManager manager;
    private final FactorNetwork network;
    private final TrainingOptions options;
    private final Progress progress;
    private final FactorTrainer.AfterEpoch listener;
    private final Random random;
    private @Nullable Factors best;
    private double least = Double.POSITIVE_INFINITY;
    private int waited;
    private int done;

    Epochs(
            NDManager manager,
            FactorNetwork network,
            TrainingOptions options,
            Progress progress,
            FactorTrainer.AfterEpoch listener) {
        this.manager = manager;
        this.network = network;
        this.options = options;
        this.progress = progress;
        this.listener = listener;
        this.random = new Random(options.seed());
    }

    /**
     * @param validation visits that say which epoch is best and when to stop; empty to take the
     *     last of all epochs
     */
    void run(EncodedVisits visits, EncodedVisits validation) {
        int[] order = IntStream.range(0, visits.size()).toArray();
        TrainingState from = listener.from();
        if (from != null) {
            goOn(from, visits, order);
        }
        for (int epoch = done + 1; epoch <= options.epochs() && !stopped(); epoch++) {
            network.follow(options.schedule(), epoch);
            shuffle(order);
            double loss = train(visits, order, epoch);
            listener.done(epoch, loss / Math.max(1, order.length), network::factors);
            if (validation.size() > 0) {
                waited = isBest(validation) ? 0 : waited + 1;
            }
            done = epoch;
            listener.checkpoint(this::state);
        }
    }

    private boolean stopped() {
        return options.schedule().patience() > 0 && waited == options.schedule().patience();
    }

    private TrainingState state() {
        Map<String, float[]> arrays = new HashMap<>();
        network.save(arrays);
        if (best != null) {
            best.arrays().forEach((name, values) -> arrays.put(BEST + name, values));
        }
        return new TrainingState(done, waited, least, network.steps(), arrays);
    }

    /** Draws again all that was drawn before, so that what is drawn next is the same, too. */
    private void goOn(TrainingState from, EncodedVisits visits, int[] order) {
        done = from.epoch();
        waited = from.waited();
        least = from.least();
        Map<String, float[]> saved = new HashMap<>();
        from.arrays()
                .forEach((name, values) -> {
                    if (name.startsWith(BEST)) {
                        saved.put(name.substring(BEST.length()), values);
                    }
                });
        best = saved.isEmpty() ? null : Factors.of(network.dimension(), saved);
        for (int epoch = 1; epoch <= done; epoch++) {
            shuffle(order);
            for (int i = 0; i < order.length; i += options.batch()) {
                int to = Math.min(order.length, i + options.batch());
                Batch.of(visits, order, i, to, options, random);
            }
        }
    }

    /** Those of the best epoch where there is one, else of the last. */
    Factors factors() {
        return best == null ? network.factors() : best;
    }

    private double train(EncodedVisits visits, int[] order, int epoch) {
        int stepsAnEpoch = Math.ceilDiv(order.length, options.batch());
        int last = Math.max(1, options.epochs() * stepsAnEpoch - 1);
        int step = (epoch - 1) * stepsAnEpoch;
        double loss = 0;
        for (int from = 0; from < order.length; from += options.batch()) {
            progress.checkCancelled();
            int to = Math.min(order.length, from + options.batch());
            double rate = options.rate(epoch, (double) step++ / last);
            double lost = step(Batch.of(visits, order, from, to, options, random), rate);
            loss += lost;
            listener.step(rate, lost / (to - from));
            progress.report(
                    (long) (epoch - 1) * order.length + to,
                    (long) options.epochs() * order.length,
                    "Training, epoch " + epoch);
        }
        return loss;
    }

    private double step(Batch batch, double rate) {
        double loss;
        try (NDManager stepManager = manager.newSubManager()) {
            loss = network.backward(stepManager, batch);
        }
        network.update(rate);
        if (options.averaging() > 0) {
            network.average(options.averaging());
        }
        return loss;
    }

    private boolean isBest(EncodedVisits validation) {
        double loss = loss(validation);
        if (!(loss < least)) {
            return false;
        }
        least = loss;
        best = network.factors();
        return true;
    }

    private double loss(EncodedVisits visits) {
        TrainingOptions whole = options.withDropout(0);
        int[] order = IntStream.range(0, visits.size()).toArray();
        double loss = 0;
        for (int from = 0; from < order.length; from += options.batch()) {
            progress.checkCancelled();
            int to = Math.min(order.length, from + options.batch());
            Batch batch = Batch.of(visits, order, from, to, whole, random);
            try (NDManager stepManager = manager.newSubManager()) {
                loss += network.loss(stepManager, batch);
            }
        }
        return loss;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
