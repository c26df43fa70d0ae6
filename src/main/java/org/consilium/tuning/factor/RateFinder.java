package org.consilium.tuning.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;

/**
 * Finds a learning rate (Smith 2017, "Cyclical learning rates for training neural networks",
 * section 3.3): trains from the start with a rate that grows exponentially and looks at the
 * training loss. Suggested is a tenth of the rate of the least loss, the rule of thumb of fast.ai's
 * finder: at the least loss itself it is about to break out. What was trained is thrown away. The
 * same seed and input give the same curve. For the compute thread only.
 */
public final class RateFinder {
    private static final int STEPS = 100;
    private static final double HIGHEST = 1;

    /**
     * Weight of the past in the smoothed loss. Of a model that knows much already the first batches
     * differ more than any rate makes them, so that nothing is concluded before it has settled.
     */
    private static final double SMOOTHING = .9;

    /** The loss broke out at so many times its least since then. */
    private static final double BROKEN_OUT = 4;

    private final FactorTrainer trainer;

    public RateFinder(FactorTrainer trainer) {
        this.trainer = trainer;
    }

    /**
     * @param options batch, dropout, pull and layers of the training that the rate is for
     * @throws IllegalArgumentException when there are no visits
     */
    public RateCurve find(
            Terms terms,
            EncodedVisits visits,
            Factors start,
            TrainingOptions options,
            Progress progress) {
        if (visits.size() == 0) {
            throw new IllegalArgumentException("There are no visits to find a learning rate on.");
        }
        int stepsAnEpoch = Math.ceilDiv(visits.size(), options.batch());
        Schedule ramp = new Schedule(Course.RAMP, options.schedule().rates(), 0, 0);
        Curve curve = new Curve();
        trainer.train(
                terms,
                visits,
                start,
                options.over(Math.ceilDiv(STEPS, stepsAnEpoch), HIGHEST, ramp),
                progress,
                curve);
        return curve.found();
    }

    private static final class Curve implements FactorTrainer.AfterEpoch {
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> losses = new ArrayList<>();
        private double sum;
        private double weight;
        private double least = Double.POSITIVE_INFINITY;
        private double best;
        private boolean broken;

        @Override
        public void done(int epoch, double loss, Supplier<Factors> factors) {}

        @Override
        public void step(double rate, double loss) {
            sum = SMOOTHING * sum + (1 - SMOOTHING) * loss;
            weight = SMOOTHING * weight + (1 - SMOOTHING);
            double smoothed = sum / weight;
            boolean settled = losses.size() >= 1 / (1 - SMOOTHING);
            broken |= settled && !(smoothed <= BROKEN_OUT * least);
            if (broken) {
                return;
            }
            rates.add(rate);
            losses.add(smoothed);
            if (settled && smoothed < least) {
                least = smoothed;
                best = rate;
            }
        }

        RateCurve found() {
            return new RateCurve(rates, losses, Math.max(best / 10, rates.getFirst()));
        }
    }
}
