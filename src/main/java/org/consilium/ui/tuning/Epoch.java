package org.consilium.ui.tuning;

import java.time.Duration;
import java.util.Optional;

/**
 * One point of the live curve.
 *
 * @param number from 1
 * @param of how many there will be
 * @param loss mean training loss
 * @param ndcg NDCG@10 on the held-out patients
 * @param elapsed since the first epoch was done: what came before it is no measure of the rest
 */
record Epoch(int number, int of, double loss, double ndcg, Duration elapsed) {

    /** What is left if the rest goes as fast as the epochs so far; unknown at the first. */
    Optional<Duration> left() {
        return number < 2
                ? Optional.empty()
                : Optional.of(elapsed.multipliedBy(of - number).dividedBy(number - 1));
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
