/**
 * Any other table: a {@link org.consilium.importing.mapping.ColumnMapping} says which column is
 * what, is suggested from headers and first rows, tried on ten rows, and kept for next time.
 */
@NullMarked
package org.consilium.importing.mapping;

import org.jspecify.annotations.NullMarked;
