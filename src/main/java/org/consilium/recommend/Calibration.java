package org.consilium.recommend;

import java.util.List;

/**
 * From a score to a probability: {@code 1 / (1 + exp(-y))}, where {@code y} is {@code slope * score
 * + intercept} (Platt 1999), moved to what was observed: a broken line through knots, and beyond
 * the outer ones by as much as there. Keeps the order when the slope is positive.
 *
 * @param knots ascending in both; none where too little was observed
 */
public record Calibration(double slope, double intercept, List<Knot> knots) {
    /** Takes scores as the log odds that they are. */
    public static final Calibration IDENTITY = new Calibration(1, 0);

    /**
     * @param straight log odds by slope and intercept
     * @param observed log odds that were observed
     */
    public record Knot(double straight, double observed) {}

    public Calibration {
        knots = List.copyOf(knots);
    }

    public Calibration(double slope, double intercept) {
        this(slope, intercept, List.of());
    }

    /** Probability between 0 and 1. */
    public double probability(double score) {
        return 1 / (1 + Math.exp(-moved(slope * score + intercept)));
    }

    private double moved(double straight) {
        if (knots.isEmpty()) {
            return straight;
        }
        int next = 0;
        while (next < knots.size() && knots.get(next).straight() < straight) {
            next++;
        }
        if (next == 0 || next == knots.size()) {
            Knot outer = knots.get(next == 0 ? 0 : next - 1);
            return straight + outer.observed() - outer.straight();
        }
        Knot low = knots.get(next - 1);
        Knot high = knots.get(next);
        double part = (straight - low.straight()) / (high.straight() - low.straight());
        return low.observed() + part * (high.observed() - low.observed());
    }
}
