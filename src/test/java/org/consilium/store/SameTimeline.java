package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.clinical.Timeline;

/** Equality down to the display texts, which equality of concepts leaves out. */
final class SameTimeline {
    private SameTimeline() {}

    static void check(Timeline found, Timeline expected) {
        assertThat(found).isEqualTo(expected);
        assertThat(found.toString()).isEqualTo(expected.toString());
    }
}
