package org.consilium.quality;

/** What a check counts. */
public enum Subject {
    PATIENTS("patient", "patients"),
    EVENTS("event", "events"),
    /** Events and visits together. */
    RECORDS("visit or event", "visits and events"),
    OBSERVATIONS("result", "results"),
    /** Observations whose value is a number. */
    NUMBERS("numeric result", "numeric results");

    private final String singular;
    private final String plural;

    Subject(String singular, String plural) {
        this.singular = singular;
        this.plural = plural;
    }

    /** As the number wants it. */
    public String name(long number) {
        return number == 1 ? singular : plural;
    }

    public String plural() {
        return plural;
    }
}
