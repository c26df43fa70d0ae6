package org.consilium.tuning;

/** What a run depends on is not what it was. */
final class InputChangedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final boolean records;

    private InputChangedException(String sentence, boolean records) {
        super(sentence);
        this.records = records;
    }

    /** The records are others than those of a snapshot. */
    static InputChangedException records(String snapshot) {
        return new InputChangedException(
                "The records are not those of the snapshot %s: prepare the task again to see what has changed."
                        .formatted(snapshot.substring(0, Math.min(12, snapshot.length()))),
                true);
    }

    /** Something else is, since a run was interrupted. */
    static InputChangedException since(String run) {
        return new InputChangedException(
                "The cohort, the base model or the program has changed since %s was interrupted: discard the run and begin a new one."
                        .formatted(run),
                false);
    }

    /** Whether it is the records that are others. */
    boolean ofRecords() {
        return records;
    }
}
