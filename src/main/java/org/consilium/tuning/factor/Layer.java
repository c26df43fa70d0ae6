package org.consilium.tuning.factor;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What of the factors learns together, from the head down (Howard and Ruder 2018, "layers"). */
public enum Layer {
    /** Item vectors and bias. */
    HEAD("head"),
    /** Fact, term and role vectors. */
    VECTORS("vectors"),
    /** What turns a text into a vector, of terms and of items. */
    TEXT("text");

    private final String words;

    Layer(String words) {
        this.words = words;
    }

    /** Which layers learn, with their factors where these are not 1, and which don't. */
    public static String words(Map<Layer, Double> rates) {
        return Arrays.stream(values())
                .map(layer -> words(layer, rates.getOrDefault(layer, 1.)))
                .collect(Collectors.joining(", "));
    }

    /** Whether a layer learns, and how fast where that is not as usual. */
    public static String words(Layer layer, double rate) {
        if (rate == 0) {
            return layer.words + ": frozen";
        }
        return layer.words + (rate == 1 ? ": learning" : ": learning x " + rate);
    }

    /** As people write it. */
    public String words() {
        return words;
    }
}
