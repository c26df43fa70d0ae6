package org.consilium.tuning.factor;

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

    /** As people write it. */
    public String words() {
        return words;
    }
}
