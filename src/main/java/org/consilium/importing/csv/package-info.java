/** Delimited text, streamed row by row. */
@NullMarked
package org.consilium.importing.csv;

import org.jspecify.annotations.NullMarked;
