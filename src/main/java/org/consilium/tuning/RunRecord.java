package org.consilium.tuning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a fine-tuning run is, as it is kept so that it can be gone on with.
 *
 * @param request with the name that was settled on
 * @param begun decisions of later don't count, also when it is gone on with
 * @param seconds spent in processes that have ended
 * @param decided null until it was decided how to tune
 * @param trained null until a first epoch was kept
 */
record RunRecord(
        TuneRequest request,
        Instant begun,
        double seconds,
        @Nullable Decided decided,
        @Nullable Trained trained) {

    /**
     * What was decided before the training, so that it need not be found out again.
     *
     * @param input hash of all that the run depends on
     */
    record Decided(String input, TransferChoice transfer, RecipeChoice recipe) {}

    /**
     * The training, but for its arrays.
     *
     * @param of how many epochs there will be at most
     */
    record Trained(
            int epoch,
            int of,
            int waited,
            double least,
            List<Integer> steps,
            List<Double> losses,
            List<Double> validation) {
        Trained {
            steps = List.copyOf(steps);
            losses = List.copyOf(losses);
            validation = List.copyOf(validation);
        }
    }
}
