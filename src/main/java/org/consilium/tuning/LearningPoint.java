package org.consilium.tuning;

import org.jspecify.annotations.Nullable;

/**
 * How a model does that learned from so many patients: NDCG@10 over clinical items on the held-out
 * patients, with an interval over these.
 *
 * @param patients learned from
 * @param scratch of one that started from nothing; null where the model itself did
 */
public record LearningPoint(int patients, Estimate tuned, @Nullable Estimate scratch) {}
