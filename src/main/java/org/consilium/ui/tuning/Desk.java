package org.consilium.ui.tuning;

import java.util.function.Consumer;

/**
 * Who works here, and what lies beyond this place.
 *
 * @param servingChanged told when recommendations were stopped or are given again
 * @param openPatient opens the chart of the patient with that identifier
 */
record Desk(
        String user,
        Studio studio,
        Runnable back,
        Runnable servingChanged,
        Consumer<String> openPatient) {}
