package org.consilium.tuning.factor;

import java.util.List;
import java.util.Map;

/**
 * Where a training stands after an epoch: with it, and the same input and options, training goes on
 * as if it had never stopped, bit for bit. Arrays are shared, not copied.
 *
 * @param epoch the last that is done, from 1
 * @param waited epochs since the best one; 0 where none is looked for
 * @param least the loss of that one; infinite where none is looked for
 * @param steps of each tensor's optimizer, in the trainer's order
 * @param arrays by name what the trainer needs of its tensors, their optimizer and the best epoch
 */
public record TrainingState(
        int epoch, int waited, double least, List<Integer> steps, Map<String, float[]> arrays) {
    public TrainingState {
        steps = List.copyOf(steps);
        arrays = Map.copyOf(arrays);
    }
}
