/** The events format (docs/formats/events.md), written. */
@NullMarked
package org.consilium.export.events;

import org.jspecify.annotations.NullMarked;
