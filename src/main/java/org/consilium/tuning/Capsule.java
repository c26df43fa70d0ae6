package org.consilium.tuning;

import org.jspecify.annotations.Nullable;

/**
 * All that made a model, but for patients: hashes, seed, options, versions. With the same store and
 * the same program it is made again, bit by bit.
 *
 * @param format of this record as JSON: 1
 * @param origin what was asked for, and the hash of what it depended on
 * @param transfer how much of the base model was taken; decided then, not again
 * @param recipe as well
 * @param sha256 of the model file
 */
public record Capsule(
        int format,
        String model,
        RunOrigin origin,
        TransferChoice transfer,
        RecipeChoice recipe,
        @Nullable FeedbackUse feedback,
        Provenance provenance,
        String sha256) {
    /** Of the JSON. */
    public static final int FORMAT = 1;
}
