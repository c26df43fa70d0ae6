package org.consilium.ui.recommendation;

import org.consilium.clinical.Decision;

/** What has become of one recommendation. */
public sealed interface DecisionState {
    DecisionState OPEN = new Open();

    /** Nobody has decided. */
    record Open() implements DecisionState {}

    /** On its way to the disk: not yet true. */
    record Saving() implements DecisionState {}

    /** On disk. */
    record Decided(Decision decision) implements DecisionState {}

    /**
     * Not recorded.
     *
     * @param sentence what to do, for the person
     * @param before what stands on disk
     */
    record NotSaved(String sentence, DecisionState before) implements DecisionState {}
}
