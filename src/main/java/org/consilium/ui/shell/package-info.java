/** The window as a whole, what is around every screen, and the tour that takes pictures of it. */
@NullMarked
package org.consilium.ui.shell;

import org.jspecify.annotations.NullMarked;
