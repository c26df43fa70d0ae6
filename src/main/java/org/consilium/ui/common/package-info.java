/** What every feature of the window shares: theme, dates, jobs on the JavaFX thread, navigation. */
@NullMarked
package org.consilium.ui.common;

import org.jspecify.annotations.NullMarked;
