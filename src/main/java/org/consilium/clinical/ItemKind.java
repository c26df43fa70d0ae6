package org.consilium.clinical;

/**
 * What sort of thing is recommended. Referrals, screening and education are procedures, as in the
 * sources' records.
 */
public enum ItemKind {
    MEDICATION(EventKind.MEDICATION),
    PROCEDURE(EventKind.PROCEDURE),
    CARE_PLAN(EventKind.CARE_PLAN),
    IMMUNIZATION(EventKind.IMMUNIZATION);

    private final EventKind event;

    ItemKind(EventKind event) {
        this.event = event;
    }

    /** The kind of event that records one. */
    public EventKind event() {
        return event;
    }
}
