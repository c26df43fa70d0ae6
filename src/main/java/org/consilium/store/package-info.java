/** The encrypted H2 store: one writing connection, migrations, one repository an aggregate. */
@NullMarked
package org.consilium.store;

import org.jspecify.annotations.NullMarked;
