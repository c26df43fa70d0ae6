package org.consilium.ui.quality;

import org.consilium.quality.PatientList;

/**
 * One bar: what it is of, how long, the number at its end, and whose records it opens.
 *
 * @param id stable, for the keyboard and for tests
 * @param kind how it is to be read
 * @param share 0 to 1
 * @param number at the bar's end
 * @param detail the counts behind the number
 * @param selection what its patients have in common, for the chip in the worklist
 */
record QualityBar(
        String id,
        Kind kind,
        String label,
        double share,
        String number,
        String detail,
        String selection,
        PatientList patients) {
    enum Kind {
        /** The longer the better. */
        SOUND,
        /** The longer the worse. */
        FOUND
    }

    boolean opens() {
        return !patients.ids().isEmpty();
    }
}
