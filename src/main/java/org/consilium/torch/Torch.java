package org.consilium.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
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
}
