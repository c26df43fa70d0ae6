package org.consilium.torch;

import ai.djl.engine.Engine;

/** The native libraries, for the doctor. */
public final class Natives {
    private Natives() {}

    /** Loads PyTorch and tells its version; throws what DJL throws when it can't be loaded. */
    public static String version() {
        return Engine.getEngine("PyTorch").getVersion();
    }
}
