package org.consilium.export;

import java.util.Locale;

/** What of a record a format has no place for, or Consilium does not read back from it. */
public enum Loss {
    FRACTION_OF_SECOND("fractions of a second cut"),
    NUMBER_AS_TEXT("numbers that are none, or outside 1e-30 to 1e30, written as text"),
    RANGE_END("ends of reference ranges of that kind left out"),
    CHARACTER("characters that are no text written as ?"),
    PATIENT_ID("patient identifiers that can't be an id in FHIR: another id, the identifier kept"),
    ENCOUNTER_ID("visit identifiers that are no UUID: another id, the identifier kept"),
    ENCOUNTER_UNKNOWN("visits that only an event names: not read back"),
    END_BEFORE_START("ends before the start: taken as the start"),
    END("ends of allergies, immunizations and observations: not read back"),
    NO_RESULT("observations without a result: not read back"),
    VALUE(
            "values of what is no observation: no place for them, of allergies and goals but their words"),
    REASON("reasons of conditions, allergies and observations: no place for them"),
    CARE_PLAN_REASON(
            "reasons of care plans and goals that are no problem of the patient: not read back"),
    GOAL("visits and times of day of goals: no place for them"),
    SITE("sites of patients: not read back");

    private final String words;

    Loss(String words) {
        this.words = words;
    }

    /** As in a manifest. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For a person, after a count. */
    public String words() {
        return words;
    }
}
