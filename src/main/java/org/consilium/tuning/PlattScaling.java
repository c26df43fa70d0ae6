package org.consilium.tuning;

import org.consilium.recommend.Calibration;

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

    private final double[] cases = new double[BINS];
    private final double[] started = new double[BINS];

    private PlattScaling() {}

    /** Identity when the visits have no case of either sort. */
    static Calibration fit(Ranker ranker, EncodedVisits visits) {
        PlattScaling scaling = new PlattScaling();
        float[] scores = new float[visits.itemVocabulary().size()];
        for (int visit = 0; visit < visits.size(); visit++) {
            ranker.score(visits.facts()[visit], scores);
            scaling.add(scores, visits.targets()[visit], visits.masked()[visit]);
        }
        return scaling.solve();
    }

    private void add(float[] scores, int[] targets, int[] masked) {
        for (float score : scores) {
            cases[bin(score)]++;
        }
        for (int item : masked) {
            cases[bin(scores[item])]--;
        }
        for (int item : targets) {
            started[bin(scores[item])]++;
        }
    }

    private static int bin(double score) {
        double place = (Math.clamp(score, -RANGE, RANGE) + RANGE) / (2 * RANGE) * (BINS - 1);
        return (int) Math.round(place);
    }

    private static double center(int bin) {
        return bin * 2 * RANGE / (BINS - 1) - RANGE;
    }

    private Calibration solve() {
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < STEPS; step++) {
            double gradientSlope = 0;
            double gradientIntercept = 0;
            double slopeSlope = RIDGE;
            double slopeIntercept = 0;
            double interceptIntercept = RIDGE;
            for (int bin = 0; bin < BINS; bin++) {
                double x = center(bin);
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
            slope += changeSlope;
            intercept += changeIntercept;
            if (Math.abs(changeSlope) + Math.abs(changeIntercept) < 1e-9) {
                break;
            }
        }
        boolean usable = Double.isFinite(slope) && Double.isFinite(intercept) && slope > 0;
        return usable ? new Calibration(slope, intercept) : Calibration.IDENTITY;
    }
}
