package org.consilium.tuning.factor;

import java.util.function.Supplier;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.jspecify.annotations.Nullable;

/** Trains factors by gradient descent on masked binary cross-entropy. */
public interface FactorTrainer {
    /**
     * Starts from given factors and leaves them unchanged. Bit-identical for the same input and
     * seed on one machine.
     *
     * @param visits over the vocabularies of {@code terms}
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    Factors train(
            Terms terms,
            EncodedVisits visits,
            Factors start,
            TrainingOptions options,
            Progress progress,
            AfterEpoch afterEpoch);

    /** What it trains with and in which version, for the provenance. */
    String engine();

    /** Called on the training thread. */
    @FunctionalInterface
    interface AfterEpoch {
        AfterEpoch NOTHING = (epoch, loss, factors) -> {};

        /**
         * Called after each epoch.
         *
         * @param epoch from 1
         * @param loss mean over the epoch's visits of the cross-entropy summed over items
         * @param factors copies the factors as they are now; costs a copy, so only called when
         *     wanted
         */
        void done(int epoch, double loss, Supplier<Factors> factors);

        /**
         * Called after each step.
         *
         * @param rate learning rate of the step
         * @param loss mean over its visits, before it
         */
        default void step(double rate, double loss) {}

        /** Where a training of the same, which was interrupted, goes on; null to begin one. */
        default @Nullable TrainingState from() {
            return null;
        }

        /**
         * Called after each epoch, when nothing of it is left to do.
         *
         * @param state copies what is needed to go on from here; costs a copy, so only called when
         *     wanted
         */
        default void checkpoint(Supplier<TrainingState> state) {}
    }
}
