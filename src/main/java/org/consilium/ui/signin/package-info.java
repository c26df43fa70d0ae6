/** First run, sign in and the way into the demo. */
@NullMarked
package org.consilium.ui.signin;

import org.jspecify.annotations.NullMarked;
