/** Model cards as files. */
@NullMarked
package org.consilium.export.card;

import org.jspecify.annotations.NullMarked;
