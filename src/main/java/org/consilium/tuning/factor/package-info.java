/** The learned factors of the evidence model and what trains them. */
@NullMarked
package org.consilium.tuning.factor;

import org.jspecify.annotations.NullMarked;
