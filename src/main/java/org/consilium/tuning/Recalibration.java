package org.consilium.tuning;

/** How a score becomes a probability. */
public enum Recalibration {
    /** As the model says; baselines say none. */
    AS_IS("as is"),
    /** Platt scaling ({@link PlattScaling}). */
    PLATT("Platt"),
    /** {@link org.consilium.tuning.evaluation.IsotonicRegression}. */
    ISOTONIC("isotonic");

    private final String label;

    Recalibration(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
