package org.consilium.recommend;

import org.consilium.clinical.Concept;

/**
 * What the model sees of a patient: a concept, how it stood to the patient at the index time, and
 * the level of its value.
 *
 * @param level coded or interpreted result ("high", "Former smoker"); empty where there is none
 */
public record Fact(Concept concept, Role role, String level) {

    public Fact(Concept concept, Role role) {
        this(concept, role, "");
    }

    /** What a text encoder reads: the display, and the level where there is one. */
    public String text() {
        return level.isEmpty() ? concept.display() : concept.display() + ": " + level;
    }
}
