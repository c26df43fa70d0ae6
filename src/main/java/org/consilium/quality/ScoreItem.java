package org.consilium.quality;

/**
 * The shares that the score is the mean of. The names are part of the report's JSON form: only add.
 */
public enum ScoreItem {
    DEMOGRAPHICS("Patients with birth date and sex", QualitySection.COMPLETENESS),
    VISITS("Patients with a visit", QualitySection.COMPLETENESS),
    PLACED("Events recorded at a known visit", QualitySection.COMPLETENESS),
    PLAUSIBLE_DATES("Visits and events with plausible dates", QualitySection.DATES),
    VALUES("Results with a value", QualitySection.UNITS),
    UNITS("Numbers in the usual unit of their test", QualitySection.UNITS),
    UNIQUE("Events recorded once", QualitySection.DUPLICATES),
    CODED("Events with a code that others share", QualitySection.CODES);

    private final String label;
    private final QualitySection section;

    ScoreItem(String label, QualitySection section) {
        this.label = label;
        this.section = section;
    }

    public String label() {
        return label;
    }

    /** Where what lowers it is listed. */
    public QualitySection section() {
        return section;
    }
}
