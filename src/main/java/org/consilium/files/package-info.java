/** Files that are written whole, or not at all. Knows nothing of ours. */
@NullMarked
package org.consilium.files;

import org.jspecify.annotations.NullMarked;
