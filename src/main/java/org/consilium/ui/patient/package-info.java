/** The patient chart. */
@NullMarked
package org.consilium.ui.patient;

import org.jspecify.annotations.NullMarked;
