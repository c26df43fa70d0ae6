package org.consilium.ui.tuning;

import org.consilium.tuning.Transfer;
import org.jspecify.annotations.Nullable;

/** How much of a base model is used, as a person chooses it. */
enum Use {
    DECIDED(null, "As is measured"),
    FULL(Transfer.FULL, "All of it"),
    PARTIAL(Transfer.PARTIAL, "What it knows by code"),
    NONE(Transfer.NONE, "Nothing: learn here alone"),
    UNCHANGED(Transfer.UNCHANGED, "It stays as it is");

    private final @Nullable Transfer transfer;
    private final String words;

    Use(@Nullable Transfer transfer, String words) {
        this.transfer = transfer;
        this.words = words;
    }

    /** Null to have it decided. */
    @Nullable Transfer transfer() {
        return transfer;
    }

    /** What the match of a model suggests. */
    static String suggested(Transfer transfer) {
        return switch (transfer) {
            case FULL -> "All of it is used";
            case PARTIAL -> "Used in part";
            case NONE -> "Not used";
            case UNCHANGED -> "Left as it is";
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
