package org.consilium.importing.fhir;

import java.util.List;

/**
 * The events of one resource: they are taken all together or not at all. None where it records
 * nothing that happened.
 */
record ResourceDrafts(Origin origin, List<Draft> drafts) {}
