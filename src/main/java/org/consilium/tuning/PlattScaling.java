package org.consilium.tuning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.consilium.recommend.Calibration;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.ScoredCases;

/**
 * Fits a {@link Calibration} to visits that took no part in training: maximum likelihood by Newton
 * steps (Platt 1999; Lin, Lin and Weng 2007), on scores gathered in narrow bins, so that a million
 * cases cost no more than a thousand.
 */
final class PlattScaling {
    private static final int BINS = 4_000;
    private static final double RANGE = 20;
    private static final int STEPS = 50;
    private static final double RIDGE = 1e-6;
    private static final double SHORTEST_STEP = 1e-6;

    private final double[] scores;
    private final double[] cases;
    private final double[] started;

    private PlattScaling(double[] scores, double[] cases, double[] started) {
        this.scores = scores;
        this.cases = cases;
        this.started = started;
    }

    /**
     * Scores and what became of them.
     *
     * @param ranker that did not learn from the visits
     */
    record Scored(Ranker ranker, EncodedVisits visits) {}

    /**
     * For a model: a straight line, and from there to what was observed. Identity when the visits
     * have no case of either sort.
     *
     * @param shown the items whose probabilities anybody sees; the others follow other curves
     */
    static Calibration fit(Ranker ranker, EncodedVisits visits, ItemFilter shown) {
        return fit(List.of(new Scored(ranker, visits)), shown);
    }

    /** The same over several rankers, such as one a fold. */
    static Calibration fit(List<Scored> parts, ItemFilter shown) {
        PlattScaling scaling =
                new PlattScaling(
                        IntStream.range(0, BINS).mapToDouble(PlattScaling::center).toArray(),
                        new double[BINS],
                        new double[BINS]);
        parts.forEach(part -> scaling.add(part, shown));
        Calibration found = scaling.solve(Calibration.IDENTITY);
        return usable(found) && found.slope() > 0
                ? ObservedRates.through(found, scaling.scores, scaling.cases, scaling.started)
                : Calibration.IDENTITY;
    }

    /**
     * Of scores on any scale, also a baseline's. Where there is no case of either sort the
     * probability is the same for all.
     */
    static Calibration fit(ScoredCases scored) {
        double cases = Arrays.stream(scored.cases()).sum();
        double started = Arrays.stream(scored.started()).sum();
        double mean = 0;
        double square = 0;
        for (int i = 0; i < scored.scores().length; i++) {
            mean += scored.cases()[i] / cases * scored.scores()[i];
            square += scored.cases()[i] / cases * scored.scores()[i] * scored.scores()[i];
        }
        double center = mean;
        double deviation = Math.sqrt(square - mean * mean);
        Calibration same = new Calibration(0, Math.log((started + .5) / (cases - started + .5)));
        Calibration found =
                new PlattScaling(
                                Arrays.stream(scored.scores())
                                        .map(score -> (score - center) / deviation)
                                        .toArray(),
                                scored.cases(),
                                scored.started())
                        .solve(same);
        return usable(found)
                ? new Calibration(
                        found.slope() / deviation,
                        found.intercept() - found.slope() * center / deviation)
                : same;
    }

    private static boolean usable(Calibration found) {
        return Double.isFinite(found.slope()) && Double.isFinite(found.intercept());
    }

    private void add(Scored part, ItemFilter shown) {
        EncodedVisits visits = part.visits;
        float[] scores = new float[visits.itemVocabulary().size()];
        for (int visit = 0; visit < visits.size(); visit++) {
            part.ranker.score(visits.facts()[visit], scores);
            add(scores, shown, visits.targets()[visit], visits.masked()[visit]);
        }
    }

    private void add(float[] scores, ItemFilter shown, int[] targets, int[] masked) {
        for (int item = 0; item < scores.length; item++) {
            cases[bin(scores[item])] += shown.contains(item) ? 1 : 0;
        }
        for (int item : masked) {
            cases[bin(scores[item])] -= shown.contains(item) ? 1 : 0;
        }
        for (int item : targets) {
            started[bin(scores[item])] += shown.contains(item) ? 1 : 0;
        }
    }

    private static int bin(double score) {
        double place = (Math.clamp(score, -RANGE, RANGE) + RANGE) / (2 * RANGE) * (BINS - 1);
        return (int) Math.round(place);
    }

    private static double center(int bin) {
        return bin * 2 * RANGE / (BINS - 1) - RANGE;
    }

    private Calibration solve(Calibration start) {
        double slope = start.slope();
        double intercept = start.intercept();
        for (int step = 0; step < STEPS; step++) {
            double gradientSlope = 0;
            double gradientIntercept = 0;
            double slopeSlope = RIDGE;
            double slopeIntercept = 0;
            double interceptIntercept = RIDGE;
            for (int bin = 0; bin < scores.length; bin++) {
                double x = scores[bin];
                double p = new Calibration(slope, intercept).probability(x);
                double error = started[bin] - cases[bin] * p;
                double weight = cases[bin] * p * (1 - p);
                gradientSlope += error * x;
                gradientIntercept += error;
                slopeSlope += weight * x * x;
                slopeIntercept += weight * x;
                interceptIntercept += weight;
            }
            double determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
            double changeSlope =
                    (gradientSlope * interceptIntercept - gradientIntercept * slopeIntercept)
                            / determinant;
            double changeIntercept =
                    (gradientIntercept * slopeSlope - gradientSlope * slopeIntercept) / determinant;
            double length = step(slope, intercept, changeSlope, changeIntercept);
            slope += length * changeSlope;
            intercept += length * changeIntercept;
            if (Math.abs(changeSlope) + Math.abs(changeIntercept) < 1e-9) {
                break;
            }
        }
        return new Calibration(slope, intercept);
    }

    /**
     * A whole Newton step may leap far beyond the maximum where most probabilities are near 0: it
     * is halved until the likelihood does not fall.
     */
    private double step(
            double slope, double intercept, double changeSlope, double changeIntercept) {
        double before = loss(slope, intercept);
        double length = 1;
        while (length > SHORTEST_STEP
                && loss(slope + length * changeSlope, intercept + length * changeIntercept)
                        > before) {
            length /= 2;
        }
        return length;
    }

    /** Minus the log-likelihood. */
    private double loss(double slope, double intercept) {
        double loss = 0;
        for (int bin = 0; bin < scores.length; bin++) {
            double odds = slope * scores[bin] + intercept;
            double softplus = Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
            loss += cases[bin] * softplus - started[bin] * odds;
        }
        return loss;
    }
}
