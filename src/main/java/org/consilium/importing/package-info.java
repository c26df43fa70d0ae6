/**
 * From files to timelines: readers behind one interface, and the report of what became of every
 * row.
 */
@NullMarked
package org.consilium.importing;

import org.jspecify.annotations.NullMarked;
