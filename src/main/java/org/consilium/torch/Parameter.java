package org.consilium.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A tensor with the pull of its start and the state of Adam (Kingma and Ba 2015, defaults of the
 * paper). Its steps are counted from when it began to learn.
 */
final class Parameter {
    private static final float BETA1 = .9f;
    private static final float BETA2 = .999f;
    private static final float EPSILON = 1e-8f;
    private final NDArray value;
    private final NDArray pulled;
    private final double pull;
    private final NDArray mean;
    private final NDArray variance;
    private @Nullable NDArray average;
    private double share = 1;
    private int steps;

    Parameter(NDManager manager, float[] values, Shape shape, double pull) {
        this.pull = pull;
        value = manager.create(values, shape);
        pulled = manager.create(values, shape).muli(pull);
        mean = manager.zeros(shape);
        variance = manager.zeros(shape);
        value.setRequiresGradient(true);
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
