package org.consilium.ui.common;

import java.util.Set;

/**
 * Patients of a cohort that a person asked to see by what they have in common.
 *
 * @param words what that is
 * @param ids the sources' identifiers
 */
public record PatientSelection(String words, Set<String> ids) {
    public PatientSelection {
        ids = Set.copyOf(ids);
    }
}
