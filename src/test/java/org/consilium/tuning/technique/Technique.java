package org.consilium.tuning.technique;

import java.util.List;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * One way to learn, with the settings among which the validation patients choose.
 *
 * @param name in the table
 */
record Technique(String name, List<Setting> settings) {
    /**
     * @param label of what was chosen
     */
    record Setting(String label, Fit fit) {}

    /** Learns from visits. */
    @FunctionalInterface
    interface Fit {
        Ranker from(EncodedVisits train, long seed);
    }
}
