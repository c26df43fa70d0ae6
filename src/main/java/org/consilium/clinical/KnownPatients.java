package org.consilium.clinical;

/** What an import does with patients whom the cohort knows already under the same id. */
public enum KnownPatients {
    /**
     * What is new is added, what both records have is brought up to date, everything else stays.
     */
    UPDATE,
    /** The new record takes the place of the one that was there. */
    REPLACE
}
