/** The events format: a cohort as patients.csv and events.csv (docs/formats/events.md). */
@NullMarked
package org.consilium.importing.events;

import org.jspecify.annotations.NullMarked;
