/**
 * What speaks against an item for this patient: rules as data, one readable table a family, each
 * rule with its source, and one small engine.
 */
@NullMarked
package org.consilium.recommend.safety;

import org.jspecify.annotations.NullMarked;
