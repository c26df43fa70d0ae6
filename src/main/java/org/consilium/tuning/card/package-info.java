/** What is disclosed of a model: source attributes and reporting items. */
@NullMarked
package org.consilium.tuning.card;

import org.jspecify.annotations.NullMarked;
