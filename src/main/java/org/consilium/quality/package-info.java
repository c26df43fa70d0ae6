/** How good the records of a cohort are: what is missing, implausible, doubled or not coded. */
@NullMarked
package org.consilium.quality;

import org.jspecify.annotations.NullMarked;
