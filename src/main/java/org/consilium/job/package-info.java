/** Long work: progress, cancellation, executors. Knows nothing of JavaFX. */
@NullMarked
package org.consilium.job;

import org.jspecify.annotations.NullMarked;
