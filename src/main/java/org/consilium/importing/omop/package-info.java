/**
 * Tables of the OMOP Common Data Model 5.3 and 5.4 as CSV (OHDSI, "OMOP CDM v5.4",
 * ohdsi.github.io/CommonDataModel).
 */
@NullMarked
package org.consilium.importing.omop;

import org.jspecify.annotations.NullMarked;
