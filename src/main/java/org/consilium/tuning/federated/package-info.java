/**
 * Federated averaging by files that are carried between installations: keys, signatures, formats
 * and what noise promises. Knows nothing of models.
 */
@NullMarked
package org.consilium.tuning.federated;

import org.jspecify.annotations.NullMarked;
