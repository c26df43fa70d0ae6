/** Start-up, settings and {@link org.consilium.app.Context}, the only composition root. */
@NullMarked
package org.consilium.app;

import org.jspecify.annotations.NullMarked;
