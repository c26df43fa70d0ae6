package org.consilium.importing.fhir;

import org.consilium.clinical.Category;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * An event whose references have not been followed yet.
 *
 * @param concept null when it is that of the Medication that its resource refers to
 * @param start may be an age, or unknown
 */
record Draft(
        EventKind kind,
        Category category,
        @Nullable Concept concept,
        Times.Moment start,
        Times.Moment end,
        Ending ending,
        @Nullable Value value,
        @Nullable Concept reason) {

    /** What is known of the end when no time is given. */
    enum Ending {
        /** It goes on, or has no duration. */
        NONE,
        /** It is over, since when is not known. */
        OVER,
        /** It was stopped: over, or followed by the next order of the same drug. */
        STOPPED
    }

    /** An event without duration, value or reason. */
    static Draft of(EventKind kind, @Nullable Concept concept, Times.Moment start) {
        return new Draft(
                kind, Category.NONE, concept, start, Times.Moment.UNKNOWN, Ending.NONE, null, null);
    }

    /** The result of an observation. */
    static Draft result(Category category, Concept concept, Times.Moment start, Value value) {
        return new Draft(
                EventKind.OBSERVATION,
                category,
                concept,
                start,
                Times.Moment.UNKNOWN,
                Ending.NONE,
                value,
                null);
    }

    Draft until(Times.Moment at, Ending otherwise) {
        return new Draft(kind, category, concept, start, at, otherwise, value, reason);
    }

    /** With something recorded about it that is no result. */
    Draft saying(@Nullable Value what) {
        return new Draft(kind, category, concept, start, end, ending, what, reason);
    }

    Draft because(@Nullable Concept why) {
        return new Draft(kind, category, concept, start, end, ending, value, why);
    }
}
