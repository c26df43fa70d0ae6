package org.consilium.store;

import org.jspecify.annotations.Nullable;

/**
 * The store can't be opened, read or written. One sentence for a person; neither it nor its causes
 * hold a patient's data.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is the matter. */
    public enum Kind {
        IN_USE,
        WRONG_KEY,
        DISK_FULL,
        DAMAGED,
        LATER_VERSION,
        FAILED
    }

    private final Kind kind;

    public StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
