/** Synthea CSV folders. */
@NullMarked
package org.consilium.importing.synthea;

import org.jspecify.annotations.NullMarked;
