/** Pages of A4 as PDF, in the shipped typeface: for whoever prints. */
@NullMarked
package org.consilium.paper;

import org.jspecify.annotations.NullMarked;
