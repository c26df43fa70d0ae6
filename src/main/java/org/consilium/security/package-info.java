/** The passphrase and the key that it wraps. */
@NullMarked
package org.consilium.security;

import org.jspecify.annotations.NullMarked;
