/** FHIR R4 bundles, streamed. */
@NullMarked
package org.consilium.importing.fhir;

import org.jspecify.annotations.NullMarked;
