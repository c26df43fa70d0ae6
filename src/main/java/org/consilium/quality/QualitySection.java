package org.consilium.quality;

/** Parts of a report, in the order in which they are shown. */
public enum QualitySection {
    COMPLETENESS("Completeness"),
    DATES("Dates"),
    UNITS("Results and units"),
    DUPLICATES("Duplicates"),
    CODES("Codes");

    private final String label;

    QualitySection(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
