package org.consilium.importing.fhir;

import org.consilium.clinical.Encounter;

/** An encounter whose patient has not been found yet. */
record EncounterDraft(Origin origin, Address address, Encounter encounter) {}
