package org.consilium.quality;

import static org.consilium.quality.QualitySection.CODES;
import static org.consilium.quality.QualitySection.COMPLETENESS;
import static org.consilium.quality.QualitySection.DATES;
import static org.consilium.quality.QualitySection.DUPLICATES;
import static org.consilium.quality.QualitySection.UNITS;
import static org.consilium.quality.Subject.EVENTS;
import static org.consilium.quality.Subject.NUMBERS;
import static org.consilium.quality.Subject.OBSERVATIONS;
import static org.consilium.quality.Subject.PATIENTS;
import static org.consilium.quality.Subject.RECORDS;

import java.util.Arrays;
import java.util.List;

/**
 * What is looked at, in the order in which it is shown: the three questions of the field's
 * framework, whether data conform, are complete and are plausible (Kahn et al., eGEMs
 * 2016;4(1):1244). The names are part of the report's JSON form: only add.
 */
public enum QualityCheck {
    BIRTH_DATE_MISSING(COMPLETENESS, PATIENTS, "Birth date not known"),
    SEX_MISSING(COMPLETENESS, PATIENTS, "Sex not known"),
    RACE_MISSING(COMPLETENESS, PATIENTS, "Race not known"),
    ETHNICITY_MISSING(COMPLETENESS, PATIENTS, "Ethnicity not known"),
    LANGUAGE_MISSING(COMPLETENESS, PATIENTS, "Language not known"),
    NO_VISITS(COMPLETENESS, PATIENTS, "No visit"),
    NO_CONDITIONS(COMPLETENESS, PATIENTS, "No condition"),
    NO_MEDICATIONS(COMPLETENESS, PATIENTS, "No medication"),
    EVENT_WITHOUT_VISIT(COMPLETENESS, EVENTS, "Recorded at no known visit"),
    CODE_WITHOUT_NAME(COMPLETENESS, EVENTS, "Code without a name"),

    BEFORE_BIRTH(DATES, RECORDS, "Before birth"),
    AFTER_DEATH(DATES, RECORDS, "After the day of death"),
    IN_THE_FUTURE(DATES, RECORDS, "Later than the import"),
    END_BEFORE_START(DATES, RECORDS, "Ends before it starts"),
    PLACEHOLDER_DATE(DATES, RECORDS, "Dated by a system's first day"),
    BIRTH_IN_THE_FUTURE(DATES, PATIENTS, "Born later than the import"),
    DEATH_BEFORE_BIRTH(DATES, PATIENTS, "Died before birth"),
    PLACEHOLDER_BIRTH(DATES, PATIENTS, "Born on a system's first day"),
    IMPLAUSIBLE_AGE(DATES, PATIENTS, "Older than 120 years"),

    RESULT_WITHOUT_VALUE(UNITS, OBSERVATIONS, "No value"),
    NUMBER_WITHOUT_UNIT(UNITS, NUMBERS, "No unit"),
    UNUSUAL_UNIT(UNITS, NUMBERS, "Not in the usual unit of the test"),

    REPEATED_EVENT(DUPLICATES, EVENTS, "Same event recorded twice"),
    SAME_PERSON(DUPLICATES, PATIENTS, "Same name, sex and birth date"),

    TEXT_ONLY(CODES, EVENTS, "Known by text alone"),
    LOCAL_CODE(CODES, EVENTS, "Local code"),
    UNKNOWN_SYSTEM(CODES, EVENTS, "Code of an unknown system");

    private final QualitySection section;
    private final Subject subject;
    private final String label;

    QualityCheck(QualitySection section, Subject subject, String label) {
        this.section = section;
        this.subject = subject;
        this.label = label;
    }

    public QualitySection section() {
        return section;
    }

    public Subject subject() {
        return subject;
    }

    /** What was found where it was found: "Birth date not known". */
    public String label() {
        return label;
    }

    public static List<QualityCheck> in(QualitySection section) {
        return Arrays.stream(values()).filter(check -> check.section == section).toList();
    }
}
