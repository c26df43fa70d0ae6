package org.consilium.importing.fhir;

import org.consilium.clinical.Patient;

/** A patient as one resource describes one. */
record PatientDraft(Origin origin, Address address, Patient patient) {}
