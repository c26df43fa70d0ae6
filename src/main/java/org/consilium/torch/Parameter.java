package org.consilium.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.Objects;
import org.consilium.tuning.factor.TrainingState;
import org.jspecify.annotations.Nullable;

/**
 * A tensor with the pull of its start and the state of Adam (Kingma and Ba 2015, defaults of the
 * paper). Its steps are counted from when it began to learn.
 */
final class Parameter {
    private static final float BETA1 = .9f;
    private static final float BETA2 = .999f;
    private static final float EPSILON = 1e-8f;
    private final String name;
    private final NDArray value;
    private final NDArray pulled;
    private final double pull;
    private final NDArray mean;
    private final NDArray variance;
    private @Nullable NDArray average;
    private double share = 1;
    private int steps;

    /**
     * @param start where it is pulled to, and where it is unless it was saved
     */
    Parameter(
            NDManager manager,
            String name,
            float[] start,
            Shape shape,
            double pull,
            @Nullable TrainingState saved,
            int number) {
        this.name = name;
        this.pull = pull;
        pulled = manager.create(start, shape).muli(pull);
        if (saved == null) {
            value = manager.create(start, shape);
            mean = manager.zeros(shape);
            variance = manager.zeros(shape);
        } else {
            value = manager.create(part(saved, name, "value"), shape);
            mean = manager.create(part(saved, name, "mean"), shape);
            variance = manager.create(part(saved, name, "variance"), shape);
            float[] averaged = saved.arrays().get(name + ".average");
            average = averaged == null ? null : manager.create(averaged, shape);
            steps = saved.steps().get(number);
        }
        value.setRequiresGradient(true);
    }

    private static float[] part(TrainingState saved, String name, String part) {
        return Objects.requireNonNull(saved.arrays().get(name + '.' + part));
    }

    void save(Map<String, float[]> arrays) {
        arrays.put(name + ".value", value.toFloatArray());
        arrays.put(name + ".mean", mean.toFloatArray());
        arrays.put(name + ".variance", variance.toFloatArray());
        if (average != null) {
            arrays.put(name + ".average", average.toFloatArray());
        }
    }

    int steps() {
        return steps;
    }

    NDArray value() {
        return value;
    }

    /**
     * @param part of the learning rate from now on; 0 freezes
     */
    void learn(double part) {
        if (part > 0 != share > 0) {
            value.setRequiresGradient(part > 0);
        }
        share = part;
    }

    void update(double learningRate) {
        if (share == 0) {
            return;
        }
        double rate = learningRate * share;
        steps++;
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray gradient = value.getGradient();
            if (pull > 0) {
                // Adam's own decay adds pull x value: one pass instead of three
                gradient.subi(pulled);
            }
            float corrected =
                    (float)
                            (rate
                                    * Math.sqrt(1 - Math.pow(BETA2, steps))
                                    / (1 - Math.pow(BETA1, steps)));
            value.getNDArrayInternal()
                    .adamUpdate(
                            new NDList(value, gradient, mean, variance),
                            new NDList(value),
                            (float) rate,
                            corrected,
                            (float) pull,
                            1,
                            -1,
                            BETA1,
                            BETA2,
                            EPSILON,
                            true,
                            false);
        }
    }

    /**
     * @param decay see {@link FactorNetwork#average}
     */
    void average(double decay) {
        if (share == 0) {
            return;
        }
        float weight = (float) Math.min(decay, steps / (steps + 9.));
        NDArray mean = average;
        if (mean == null) {
            average = value.stopGradient().duplicate();
            return;
        }
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            mean.muli(weight).addi(value.stopGradient().mul(1 - weight));
        }
    }

    float[] copy() {
        return (average == null ? value : average).toFloatArray();
    }
}
