package org.consilium.tuning;

import org.consilium.recommend.Calibration;

/** A ranker whose scores are meant as probabilities. */
interface ProbableRanker extends Ranker {
    /** From its scores to probabilities. */
    Calibration calibration();
}
