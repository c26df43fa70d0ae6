package org.consilium.tuning.task;

/**
 * A tuning that was defined and kept under a name.
 *
 * @param name unique in the store
 * @param cohort name of the cohort whose patients are learned from
 */
public record TuningTask(String name, String cohort, TaskScope scope) {
    private static final int LONGEST_NAME = 80;

    /**
     * @throws IllegalArgumentException when the name can't be one, in one sentence
     */
    public TuningTask {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "A task needs a name of 1 to %d letters.".formatted(LONGEST_NAME));
        }
    }

    /** The same of another scope. */
    public TuningTask with(TaskScope other) {
        return new TuningTask(name, cohort, other);
    }

    /** One sentence. */
    public String words() {
        return "%s, %s".formatted(cohort, scope.words());
    }
}
