package org.consilium.tuning;

/** How much care a fine-tuning takes. */
public enum Preset {
    /**
     * The careful recipe for a quarter of its epochs: a quarter of the time, but what is done
     * otherwise here than at the source is learned in part only.
     */
    QUICK("quick"),
    /** The recipe of MODEL.md: all local patients, 20 epochs, L2-SP. */
    CAREFUL("careful"),
    /** The careful recipe with what a person sets. */
    EXPERT("expert");

    private final String words;

    Preset(String words) {
        this.words = words;
    }

    /** As people write it. */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return words;
    }
}
