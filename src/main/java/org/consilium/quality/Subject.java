package org.consilium.quality;

/** What a check counts. */
public enum Subject {
    PATIENTS("patients"),
    EVENTS("events"),
    /** Events and visits together. */
    RECORDS("visits and events"),
    OBSERVATIONS("results"),
    /** Observations whose value is a number. */
    NUMBERS("numeric results");

    private final String plural;

    Subject(String plural) {
        this.plural = plural;
    }

    public String plural() {
        return plural;
    }
}
