/** Reading what was imported: cohorts, worklists, one patient's chart. */
@NullMarked
package org.consilium.cohort;

import org.jspecify.annotations.NullMarked;
