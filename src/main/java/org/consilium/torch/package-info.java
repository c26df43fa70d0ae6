/** The DJL adapters; nothing else touches {@code ai.djl}. */
@NullMarked
package org.consilium.torch;

import org.jspecify.annotations.NullMarked;
