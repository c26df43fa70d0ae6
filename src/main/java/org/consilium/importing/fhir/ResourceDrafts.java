package org.consilium.importing.fhir;

import java.util.List;

/** The events of one resource: they are taken all together or not at all. */
record ResourceDrafts(Origin origin, List<Draft> drafts) {}
