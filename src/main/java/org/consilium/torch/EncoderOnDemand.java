package org.consilium.torch;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.consilium.tuning.factor.TextEncoder;
import org.jspecify.annotations.Nullable;

/**
 * A text encoder that is loaded when the first text comes: most runs never need it. Thread-safe.
 */
public final class EncoderOnDemand implements TextEncoder, AutoCloseable {
    /** Which encoder it is; vectors of two encoders are never mixed up. */
    public static final String NAME = "all-MiniLM-L6-v2 quantized, mean pool, norm 1";

    private @Nullable MiniLmEncoder loaded;

    @Override
    public synchronized float[] encode(List<String> texts) {
        return texts.isEmpty() ? new float[0] : encoder().encode(texts);
    }

    private MiniLmEncoder encoder() {
        MiniLmEncoder encoder = loaded;
        if (encoder == null) {
            try {
                encoder = MiniLmEncoder.load();
            } catch (IOException e) {
                throw new UncheckedIOException("The text encoder could not be loaded.", e);
            }
            loaded = encoder;
        }
        return encoder;
    }

    @Override
    public synchronized void close() {
        MiniLmEncoder encoder = loaded;
        loaded = null;
        if (encoder != null) {
            try {
                encoder.close();
            } catch (OrtException e) {
                throw new IllegalStateException("The text encoder could not be closed.", e);
            }
        }
    }
}
