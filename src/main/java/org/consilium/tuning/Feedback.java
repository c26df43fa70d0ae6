package org.consilium.tuning;

import java.util.Optional;
import org.consilium.clinical.Decision;

/**
 * Decisions on recommendations as rows to learn from. Arrays are shared, not copied.
 *
 * @param facts by decision the indices of what was known of the patient at its time, ascending
 * @param items by decision the index of what was recommended
 * @param wanted by decision whether that was right for the patient
 */
record Feedback(int[][] facts, int[] items, boolean[] wanted) {

    int size() {
        return items.length;
    }

    /**
     * What a decision says of the item for that patient at that time; empty where it says nothing.
     * A reason about the world around the patient, one not told, or that it is put off, is no
     * evidence on what suits the patient (docs/fine-tuning.md, "Feedback").
     */
    static Optional<Boolean> wanted(Decision decision) {
        return switch (decision.verdict()) {
            case ACCEPTED, MODIFIED -> Optional.of(true);
            case DECLINED -> declined(decision);
            case SNOOZED, UNDONE -> Optional.empty();
        };
    }

    private static Optional<Boolean> declined(Decision decision) {
        return switch (decision.reason()) {
            case NOT_INDICATED, CONTRAINDICATED, PATIENT_DECLINED -> Optional.of(false);
            case null -> Optional.empty();
            case ALREADY_DONE, NOT_AVAILABLE, OTHER -> Optional.empty();
        };
    }
}
