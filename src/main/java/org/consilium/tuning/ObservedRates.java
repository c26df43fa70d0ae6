package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import org.consilium.recommend.Calibration;

/**
 * Knots of a {@link Calibration}: cases in the order of their scores, in groups of equally many
 * starts, each with the rate that was observed; neighbours out of order are pooled (isotonic
 * regression: Zadrozny and Elkan, KDD 2002).
 */
final class ObservedRates {
    private static final int MOST_GROUPS = 24;

    /** Fewer starts make a rate that is off by more than a seventh too often. */
    private static final int FEWEST_STARTED = 50;

    private ObservedRates() {}

    /** What stands together: sums over its cases. */
    private record Group(double cases, double started, double expected) {
        Group with(Group other) {
            return new Group(
                    cases + other.cases, started + other.started, expected + other.expected);
        }

        /** Never quite 0 or 1: half a start is added (Krichevsky and Trofimov 1981). */
        double rate() {
            return (started + .5) / (cases + 1);
        }

        Calibration.Knot knot() {
            return new Calibration.Knot(logOdds(expected / cases), logOdds(rate()));
        }

        private static double logOdds(double rate) {
            return Math.log(rate / (1 - rate));
        }
    }

    /**
     * @param scores ascending
     * @param cases by score how many
     * @param started by score how many of them were targets
     * @return the same line through knots, where there are starts for two groups
     */
    static Calibration through(
            Calibration line, double[] scores, double[] cases, double[] started) {
        double all = 0;
        for (double each : started) {
            all += each;
        }
        double wanted = Math.max(FEWEST_STARTED, all / MOST_GROUPS);
        List<Group> groups = new ArrayList<>();
        Group open = new Group(0, 0, 0);
        for (int i = 0; i < scores.length; i++) {
            open =
                    open.with(
                            new Group(
                                    cases[i], started[i], cases[i] * line.probability(scores[i])));
            if (open.started >= wanted) {
                add(groups, open);
                open = new Group(0, 0, 0);
            }
        }
        if (open.cases > 0 && !groups.isEmpty()) {
            add(groups, groups.removeLast().with(open));
        }
        return groups.size() < 2
                ? line
                : new Calibration(
                        line.slope(), line.intercept(), groups.stream().map(Group::knot).toList());
    }

    /** Adds a group and pools it with those before that have a rate as high. */
    private static void add(List<Group> groups, Group next) {
        Group pooled = next;
        while (!groups.isEmpty() && groups.getLast().rate() >= pooled.rate()) {
            pooled = groups.removeLast().with(pooled);
        }
        groups.add(pooled);
    }
}
