/** The words of the clinic as immutable records: patients, encounters, events. JDK only. */
@NullMarked
package org.consilium.clinical;

import org.jspecify.annotations.NullMarked;
