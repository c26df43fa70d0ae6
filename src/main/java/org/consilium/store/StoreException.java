package org.consilium.store;

/**
 * The store can't be opened, read or written. One sentence for a person; never a patient's data.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is the matter. */
    public enum Kind {
        IN_USE,
        WRONG_KEY,
        DISK_FULL,
        DAMAGED,
        FAILED
    }

    private final Kind kind;

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
