/** How good a cohort's records are: the score, what was found, and whose records they are. */
@NullMarked
package org.consilium.ui.quality;

import org.jspecify.annotations.NullMarked;
