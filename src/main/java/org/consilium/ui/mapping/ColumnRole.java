package org.consilium.ui.mapping;

/** What a column of a table can be, in the words of the mapping step. */
enum ColumnRole {
    UNUSED("Not used", Detail.NONE),
    PATIENT_ID("Patient: identifier", Detail.NONE),
    BIRTH_DATE("Patient: birth date", Detail.DATE),
    BIRTH_YEAR("Patient: year of birth", Detail.NONE),
    AGE("Patient: age in years", Detail.NONE),
    SEX("Patient: sex", Detail.WORDS),
    FAMILY_NAME("Patient: family name", Detail.NONE),
    GIVEN_NAME("Patient: given name", Detail.NONE),
    DEATH_DATE("Patient: date of death", Detail.DATE),
    RACE("Patient: race", Detail.NONE),
    ETHNICITY("Patient: ethnicity", Detail.NONE),
    LANGUAGE("Patient: language", Detail.NONE),
    SITE("Patient: place of care", Detail.NONE),
    DATE("Date of the row", Detail.DATE),
    VISIT_ID("Visit: identifier", Detail.NONE),
    VISIT_START("Visit: start", Detail.DATE),
    VISIT_END("Visit: end", Detail.DATE),
    VISIT_CLASS("Visit: class (inpatient \u2026)", Detail.WORDS),
    VISIT_TYPE("Visit: type", Detail.NONE),
    KIND("Entry: kind", Detail.WORDS),
    START("Entry: start", Detail.DATE),
    END("Entry: end", Detail.DATE),
    SYSTEM("Entry: code system", Detail.WORDS),
    CODE("Entry: code", Detail.SYSTEM),
    DISPLAY("Entry: name", Detail.NONE),
    VALUE("Entry: result", Detail.NONE),
    UNIT("Entry: unit", Detail.NONE),
    LOW("Entry: reference range, low", Detail.NONE),
    HIGH("Entry: reference range, high", Detail.NONE),
    RESULT("A result of its own", Detail.UNIT),
    PROBLEM_NAME("A problem, by name or code", Detail.SYSTEM),
    MEDICATION_NAME("A medication, by name or code", Detail.SYSTEM),
    PROCEDURE_NAME("A procedure, by name or code", Detail.SYSTEM),
    PROBLEM_FLAG("A problem, yes or no", Detail.YES),
    MEDICATION_FLAG("A medication, yes or no", Detail.YES);

    private final String label;
    private final Detail detail;

    ColumnRole(String label, Detail detail) {
        this.label = label;
        this.detail = detail;
    }

    String label() {
        return label;
    }

    Detail detail() {
        return detail;
    }

    /** What more has to be said about a column of that role, and how. */
    enum Detail {
        NONE(""),
        DATE("Pattern, such as dd/MM/yyyy; empty: 2019-04-30"),
        WORDS("What its words mean, such as 1=male, 2=female"),
        SYSTEM("Code system, such as ICD-10-CM; empty: local"),
        UNIT("Unit, such as mmHg"),
        YES("Words for yes; empty: yes, y, true, 1");

        private final String prompt;

        Detail(String prompt) {
            this.prompt = prompt;
        }

        String prompt() {
            return prompt;
        }
    }
}
