package org.consilium.tuning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.consilium.store.TextVectorRepository;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;

/**
 * Encodes a text once a store: at some 140 texts a second the words of a cohort take longer than
 * its training. As thread-safe as what it encodes with.
 */
public final class StoredTextEncoder implements TextEncoder {
    private final TextVectorRepository vectors;
    private final TextEncoder encoder;

    public StoredTextEncoder(TextVectorRepository vectors, TextEncoder encoder) {
        this.vectors = vectors;
        this.encoder = encoder;
    }

    @Override
    public float[] encode(List<String> texts) {
        Map<String, float[]> known = new LinkedHashMap<>(vectors.get(new TreeSet<>(texts)));
        Map<String, float[]> fresh = encodeFresh(texts, known);
        vectors.put(fresh);
        known.putAll(fresh);
        float[] rows = new float[texts.size() * Terms.TEXT];
        for (int i = 0; i < texts.size(); i++) {
            float[] row = Objects.requireNonNull(known.get(texts.get(i)));
            System.arraycopy(row, 0, rows, i * Terms.TEXT, Terms.TEXT);
        }
        return rows;
    }

    private Map<String, float[]> encodeFresh(List<String> texts, Map<String, float[]> known) {
        List<String> missing =
                texts.stream().distinct().filter(text -> !known.containsKey(text)).toList();
        float[] encoded = encoder.encode(missing);
        Map<String, float[]> fresh = new LinkedHashMap<>();
        for (int i = 0; i < missing.size(); i++) {
            float[] row = new float[Terms.TEXT];
            System.arraycopy(encoded, i * Terms.TEXT, row, 0, Terms.TEXT);
            fresh.put(missing.get(i), row);
        }
        return fresh;
    }
}
