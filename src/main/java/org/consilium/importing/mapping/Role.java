package org.consilium.importing.mapping;

/** What a column may be. */
enum Role {
    PATIENT_ID,
    BIRTH_DATE,
    BIRTH_YEAR,
    AGE,
    SEX,
    RACE,
    ETHNICITY,
    LANGUAGE,
    SITE,
    FAMILY_NAME,
    GIVEN_NAME,
    DEATH_DATE,
    VISIT_ID,
    VISIT_START,
    VISIT_END,
    VISIT_CLASS,
    DATE,
    END,
    KIND,
    SYSTEM,
    CODE,
    DISPLAY,
    VALUE,
    UNIT,
    LOW,
    HIGH,
    CATEGORY
}
