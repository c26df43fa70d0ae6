package org.consilium.tuning;

import org.jspecify.annotations.Nullable;

/**
 * What was done in a federation's round.
 *
 * @param federation what people call it
 * @param model that was started from, made or kept; null where none was
 * @param clinics whose updates were merged
 * @param patients learned from
 * @param length of a clinic's change before it was clipped; null where none was learned
 * @param before NDCG@10 of the round's model on the clinic's held-out patients; null where nothing
 *     was measured
 * @param after that of what the clinic learned alone
 * @param privacy what is promised, in words
 */
public record FederationStep(
        String federation,
        int round,
        @Nullable String model,
        int clinics,
        int patients,
        int visits,
        @Nullable Double length,
        @Nullable Double before,
        @Nullable Double after,
        String privacy) {}
