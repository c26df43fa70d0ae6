package org.consilium.torch;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;

/**
 * all-MiniLM-L6-v2 (quantized ONNX, from the class path): mean pooling over tokens, then norm 1.
 * One text at a time, because batching changes the vectors of a quantized model (FACTS). Not
 * thread-safe.
 */
public final class MiniLmEncoder implements TextEncoder, AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;

    private MiniLmEncoder(HuggingFaceTokenizer tokenizer, OrtSession session) {
        this.tokenizer = tokenizer;
        this.session = session;
    }

    /**
     * @throws IOException when the model is not on the class path or can't be loaded
     */
    public static MiniLmEncoder load() throws IOException {
        try (InputStream model = resource("/all-minilm-l6-v2-q.onnx");
                InputStream vocabulary = resource("/all-minilm-l6-v2-q-tokenizer.json")) {
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, Map.of());
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session =
                    OrtEnvironment.getEnvironment().createSession(model.readAllBytes(), options);
            return new MiniLmEncoder(tokenizer, session);
        } catch (OrtException e) {
            throw new IOException("The text encoder could not be loaded.", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = MiniLmEncoder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("The text encoder's file " + name + " is missing.");
        }
        return stream;
    }

    @Override
    public float[] encode(List<String> texts) {
        float[] vectors = new float[texts.size() * Terms.TEXT];
        try {
            for (int i = 0; i < texts.size(); i++) {
                encode(texts.get(i), vectors, i * Terms.TEXT);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The text encoder failed.", e);
        }
        return vectors;
    }

    private void encode(String text, float[] into, int offset) throws OrtException {
        Encoding encoding = tokenizer.encode(text);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor ids = tensor(environment, encoding.getIds());
                OnnxTensor attention = tensor(environment, encoding.getAttentionMask());
                OnnxTensor types = tensor(environment, encoding.getTypeIds());
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", ids,
                                        "attention_mask", attention,
                                        "token_type_ids", types))) {
            float[][][] tokens = (float[][][]) Objects.requireNonNull(result.get(0).getValue());
            pool(tokens[0], into, offset);
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, long[] values)
            throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private static void pool(float[][] tokens, float[] into, int offset) {
        double norm = 0;
        for (int k = 0; k < Terms.TEXT; k++) {
            float sum = 0;
            for (float[] token : tokens) {
                sum += token[k];
            }
            into[offset + k] = sum;
            norm += (double) sum * sum;
        }
        for (int k = 0; k < Terms.TEXT; k++) {
            into[offset + k] /= (float) Math.sqrt(norm);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
        tokenizer.close();
    }
}
