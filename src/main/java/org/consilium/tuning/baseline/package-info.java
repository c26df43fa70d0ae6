/** What a model has to beat: popularity, neighbours, factors and closed forms, in plain Java. */
@NullMarked
package org.consilium.tuning.baseline;

import org.jspecify.annotations.NullMarked;
