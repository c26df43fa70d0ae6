/** Recommendations, why, and the decision taken on each. */
@NullMarked
package org.consilium.ui.recommendation;

import org.jspecify.annotations.NullMarked;
