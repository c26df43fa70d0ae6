/**
 * What happens at a visit: facts, the evidence model, scores and their attributions. Plain Java.
 */
@NullMarked
package org.consilium.recommend;

import org.jspecify.annotations.NullMarked;
