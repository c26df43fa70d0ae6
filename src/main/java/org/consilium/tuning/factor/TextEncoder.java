package org.consilium.tuning.factor;

import java.util.List;

/**
 * Sentence vectors of short texts. Deterministic; thread-safety is the implementation's to state.
 */
public interface TextEncoder {
    /**
     * @return one vector of length {@link Terms#TEXT} and norm 1 a text, row by row
     */
    float[] encode(List<String> texts);
}
