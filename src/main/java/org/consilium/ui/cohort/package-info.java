/** Cohorts, import and the worklist. */
@NullMarked
package org.consilium.ui.cohort;

import org.jspecify.annotations.NullMarked;
