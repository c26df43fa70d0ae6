package org.consilium.recommend;

import org.consilium.clinical.Concept;
import org.consilium.meaning.Level;
import org.jspecify.annotations.Nullable;

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

    /**
     * The fact that says less of the same result: critical high, then high, then that there was
     * one. Null where nothing is left out, and for answers: what somebody answered is not what was
     * asked.
     */
    @Nullable Fact coarser() {
        Level said = Level.of(level);
        if (said == null) {
            return null;
        }
        Level less = said.coarser();
        return new Fact(concept, role, less == null ? "" : less.words());
    }

    /** What a text encoder reads: the display, and the level where there is one. */
    public String text() {
        return level.isEmpty() ? concept.display() : concept.display() + ": " + level;
    }
}
