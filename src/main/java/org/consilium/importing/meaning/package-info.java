/** What is settled about a patient's events before they are kept: units and doubles. */
@NullMarked
package org.consilium.importing.meaning;

import org.jspecify.annotations.NullMarked;
