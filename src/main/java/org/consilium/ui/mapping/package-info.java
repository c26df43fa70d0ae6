/** The mapping step: a person says what the columns of a table are. */
@NullMarked
package org.consilium.ui.mapping;

import org.jspecify.annotations.NullMarked;
