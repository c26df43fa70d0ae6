/** Cohorts out again: to folders that others can read, whole or not at all. */
@NullMarked
package org.consilium.export;

import org.jspecify.annotations.NullMarked;
