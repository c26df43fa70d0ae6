package org.consilium.clinical;

/**
 * What an import changed in a cohort. Every patient and every event that was taken is counted once:
 * as added, updated or unchanged.
 *
 * @param patientsUpdated patients that were there and of whom anything is different now
 * @param eventsUpdated events that were there and got another end, range, reason or name
 * @param eventsUnchanged events that were there just so
 * @param eventsRemoved events that were there and are not any more; none unless records are
 *     replaced
 */
public record CohortChanges(
        int patientsAdded,
        int patientsUpdated,
        int patientsUnchanged,
        long eventsAdded,
        long eventsUpdated,
        long eventsUnchanged,
        long eventsRemoved) {
    /** Nothing was there, nothing came. */
    public static final CohortChanges NONE = new CohortChanges(0, 0, 0, 0, 0, 0, 0);

    /** Patients that were taken. */
    public int patients() {
        return patientsAdded + patientsUpdated + patientsUnchanged;
    }
}
