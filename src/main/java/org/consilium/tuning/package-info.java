/** What happens to models: base models, fine-tuning, evaluation, registry. */
@NullMarked
package org.consilium.tuning;

import org.jspecify.annotations.NullMarked;
