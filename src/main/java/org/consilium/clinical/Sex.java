package org.consilium.clinical;

/** Administrative sex as recorded (HL7 FHIR R4 AdministrativeGender). */
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
