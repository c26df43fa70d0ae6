package org.consilium.importing;

import org.consilium.clinical.Concept;
import org.consilium.clinical.Timeline;

/** Where a reader puts what it finds. Called from one thread. */
public interface PatientSink {
    /** One whole patient; what comes under the id of an earlier one is brought together with it. */
    void patient(Timeline timeline);

    /** A row or resource that is fine but of no use here. */
    void skipped(String type);

    /** As many of them. */
    default void skipped(String type, int count) {
        for (int i = 0; i < count; i++) {
            skipped(type);
        }
    }

    /** A row or resource that can't be read. */
    void rejected(ImportIssue issue);

    /** Something in a row or resource that was not understood; the rest of it was taken. */
    default void noted(ImportIssue issue) {}

    /** The source gives a concept that it has taken a code of another system, too. */
    default void alsoCoded(Concept taken, Concept other) {}

    /** Where a reader keeps what it has no room for in memory. */
    default Spill spill() {
        return Spill.NONE;
    }
}
