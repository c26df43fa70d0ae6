/** What a tuning is to learn, of whom, and the data that were prepared for it. */
@NullMarked
package org.consilium.tuning.task;

import org.jspecify.annotations.NullMarked;
