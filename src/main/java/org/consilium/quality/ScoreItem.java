package org.consilium.quality;

import java.util.List;

/**
 * The shares that the score is the mean of. The names are part of the report's JSON form: only add.
 */
public enum ScoreItem {
    DEMOGRAPHICS(
            "Patients with birth date and sex",
            QualityCheck.BIRTH_DATE_MISSING,
            QualityCheck.SEX_MISSING),
    VISITS("Patients with a visit", QualityCheck.NO_VISITS),
    PLACED("Events recorded at a known visit", QualityCheck.EVENT_WITHOUT_VISIT),
    PLAUSIBLE_DATES(
            "Visits and events with plausible dates",
            QualityCheck.BEFORE_BIRTH,
            QualityCheck.AFTER_DEATH,
            QualityCheck.IN_THE_FUTURE,
            QualityCheck.END_BEFORE_START,
            QualityCheck.PLACEHOLDER_DATE),
    VALUES("Results with a value", QualityCheck.RESULT_WITHOUT_VALUE),
    UNITS("Numbers in the usual unit of their test", QualityCheck.UNUSUAL_UNIT),
    UNIQUE("Events recorded once", QualityCheck.REPEATED_EVENT),
    CODED(
            "Events with a code that others share",
            QualityCheck.TEXT_ONLY,
            QualityCheck.LOCAL_CODE,
            QualityCheck.UNKNOWN_SYSTEM);

    private final String label;
    private final List<QualityCheck> checks;

    ScoreItem(String label, QualityCheck... checks) {
        this.label = label;
        this.checks = List.of(checks);
    }

    public String label() {
        return label;
    }

    /** Whatever one of these finds lowers it. */
    public List<QualityCheck> checks() {
        return checks;
    }
}
