/** HL7 FHIR R4 bulk data (docs/formats/fhir-ndjson.md), written. */
@NullMarked
package org.consilium.export.fhir;

import org.jspecify.annotations.NullMarked;
