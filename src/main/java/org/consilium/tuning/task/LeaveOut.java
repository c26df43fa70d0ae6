package org.consilium.tuning.task;

import java.util.Locale;

/**
 * What the quality of records makes worth leaving out of a training. The names are part of saved
 * tasks: only add.
 */
public enum LeaveOut {
    IMPOSSIBLE_PERSON(
            "Patients with a birth or death that can't be",
            "Their age is wrong at every visit, and age is learned from."),
    SAME_PERSON(
            "Patients recorded twice (same name, sex and birth date)",
            "One may be learned from and the other held out, which flatters every measure. The first of them stays."),
    IMPOSSIBLE_DATES(
            "Visits and events with a date that can't be",
            "What came first decides what is learned from what."),
    TEXT_ONLY(
            "Events known by text alone",
            "Each spelling counts as a code of its own, which no other place and no base model knows.");

    private final String label;
    private final String why;

    LeaveOut(String label, String why) {
        this.label = label;
        this.why = why;
    }

    public String label() {
        return label;
    }

    /** Why it matters for a training, one sentence or two. */
    public String why() {
        return why;
    }

    /** Whether whole patients are left out, not only some of their records. */
    public boolean ofPatients() {
        return this == IMPOSSIBLE_PERSON || this == SAME_PERSON;
    }

    /** As people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
