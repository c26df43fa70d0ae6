package org.consilium.tuning;

import org.consilium.clinical.Concept;
import org.consilium.clinical.Timeline;

/** A fifth of all codes, drawn by a seed, that a source never saw. */
final class HiddenCodes {
    private static final int OF = 5;

    private final long seed;

    HiddenCodes(long seed) {
        this.seed = seed;
    }

    boolean contains(Concept concept) {
        return Math.floorMod((concept.code() + seed).hashCode() * 31, OF) == 0;
    }

    Timeline without(Timeline timeline) {
        return new Timeline(
                timeline.patient(),
                timeline.encounters(),
                timeline.events().stream().filter(event -> !contains(event.concept())).toList());
    }
}
