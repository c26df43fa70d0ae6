package org.consilium.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The PyTorch engine, by name and on one native thread: two were slower (FACTS), and one gives the
 * same bits.
 */
final class Torch {
    private Torch() {}

    static NDManager newManager() {
        Engine engine = Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(1);
        JniUtils.setGradMode(true);
        return engine.newBaseManager();
    }

    /**
     * A sparse matrix that owns its memory. {@code NDManager.createCoo} of DJL 0.36 gives one over
     * the memory of Java buffers that nobody holds any more: a garbage collection during the step
     * frees them under PyTorch's hands.
     *
     * @param places rows, then columns, of the values
     */
    static NDArray sparse(NDManager manager, float[] values, long[][] places, Shape shape) {
        try (NDArray javaValues = manager.create(values);
                NDArray javaPlaces = manager.create(places);
                NDArray ownValues = javaValues.duplicate();
                NDArray ownPlaces = javaPlaces.duplicate()) {
            return JniUtils.createSparseCoo((PtNDArray) ownPlaces, (PtNDArray) ownValues, shape);
        }
    }
}
