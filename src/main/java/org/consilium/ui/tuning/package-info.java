/** Fine-tuning, with live curve and before/after. */
@NullMarked
package org.consilium.ui.tuning;

import org.jspecify.annotations.NullMarked;
