package org.consilium.ui.tuning;

import java.time.Duration;

/**
 * One point of the live curve.
 *
 * @param number from 1
 * @param of how many there will be
 * @param loss mean training loss
 * @param ndcg NDCG@10 on the held-out patients
 * @param elapsed since the run began
 */
record Epoch(int number, int of, double loss, double ndcg, Duration elapsed) {

    /** What is left if the rest goes as fast as the epochs so far. */
    Duration left() {
        return elapsed.multipliedBy(of - number).dividedBy(number);
    }

    /** "less than 10 seconds", "about 40 seconds", "about 2 minutes". */
    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return "less than 10 seconds";
        }
        if (seconds < 90) {
            return "about " + (seconds + 5) / 10 * 10 + " seconds";
        }
        return "about " + (seconds + 30) / 60 + " minutes";
    }
}
