/** What a person decided on a recommendation, and the plan that comes of it. */
@NullMarked
package org.consilium.plan;

import org.jspecify.annotations.NullMarked;
