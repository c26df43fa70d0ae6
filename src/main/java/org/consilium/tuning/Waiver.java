package org.consilium.tuning;

/**
 * That a person answers for serving a model that is held back.
 *
 * @param signedBy who
 * @param reason in their own words
 */
public record Waiver(String signedBy, String reason) {
    private static final int SHORTEST_REASON = 10;

    /**
     * @throws IllegalArgumentException without a name, or without a reason that says something
     */
    public Waiver {
        signedBy = signedBy.strip();
        reason = reason.strip();
        if (signedBy.isEmpty()) {
            throw new IllegalArgumentException("A waiver needs the name of the person who signs.");
        }
        if (reason.length() < SHORTEST_REASON) {
            throw new IllegalArgumentException(
                    "A waiver needs a reason of at least %d letters.".formatted(SHORTEST_REASON));
        }
    }
}
