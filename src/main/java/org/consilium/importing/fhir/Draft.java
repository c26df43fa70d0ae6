package org.consilium.importing.fhir;

import org.consilium.clinical.Category;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.consilium.importing.ImportIssue;
import org.jspecify.annotations.Nullable;

/**
 * An event whose references have not been followed yet.
 *
 * @param medication reference to the Medication that is its concept; null when it has its own
 * @param start may be an age, or unknown
 */
record Draft(
        Origin origin,
        EventKind kind,
        Category category,
        @Nullable Concept concept,
        @Nullable String medication,
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

    /**
     * Where it came from and what it refers to.
     *
     * @param identity hash of what tells its resource from all others, 0 where nothing does
     * @param startField where its start should be
     */
    record Origin(
            String file,
            String type,
            long line,
            long identity,
            @Nullable String subject,
            @Nullable String encounter,
            @Nullable String reason,
            String startField) {

        /** The origin of a part of the resource. */
        Origin part(int number) {
            return new Origin(
                    file,
                    type,
                    line,
                    identity == 0 ? 0 : identity + number,
                    subject,
                    encounter,
                    reason,
                    startField);
        }

        ImportIssue issue(String field, String words) {
            return new ImportIssue(file, line, type, field, words);
        }
    }

    /** An event without duration, value or reason. */
    static Draft of(Origin origin, EventKind kind, @Nullable Concept concept, Times.Moment start) {
        return new Draft(
                origin,
                kind,
                Category.NONE,
                concept,
                null,
                start,
                Times.Moment.UNKNOWN,
                Ending.NONE,
                null,
                null);
    }

    Draft until(Times.Moment at, Ending otherwise) {
        return new Draft(
                origin, kind, category, concept, medication, start, at, otherwise, value, reason);
    }

    Draft because(@Nullable Concept why) {
        return new Draft(
                origin, kind, category, concept, medication, start, end, ending, value, why);
    }

    Draft ofMedication(@Nullable String reference) {
        return new Draft(
                origin, kind, category, concept, reference, start, end, ending, value, reason);
    }
}
