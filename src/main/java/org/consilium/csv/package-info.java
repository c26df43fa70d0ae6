/** CSV as Consilium writes it: the one place that knows which cells a spreadsheet would run. */
@NullMarked
package org.consilium.csv;

import org.jspecify.annotations.NullMarked;
