package org.consilium.quality;

import java.util.List;

/**
 * Whom something concerns.
 *
 * @param count all of them
 * @param ids the sources' identifiers, the first {@value #MOST} only
 */
public record PatientList(int count, List<String> ids) {
    public static final int MOST = 10_000;

    public static final PatientList NOBODY = new PatientList(0, List.of());

    public PatientList {
        ids = List.copyOf(ids);
    }

    /** The count alone. */
    public PatientList anonymous() {
        return new PatientList(count, List.of());
    }
}
