/** What a model has to beat: popularity, neighbours and closed-form ridge, in plain Java. */
@NullMarked
package org.consilium.tuning.baseline;

import org.jspecify.annotations.NullMarked;
