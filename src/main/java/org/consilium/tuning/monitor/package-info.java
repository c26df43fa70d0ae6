/** How a served model does as time goes by. */
@NullMarked
package org.consilium.tuning.monitor;

import org.jspecify.annotations.NullMarked;
