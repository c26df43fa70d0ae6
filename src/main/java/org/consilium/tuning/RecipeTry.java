package org.consilium.tuning;

import org.consilium.tuning.factor.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * One recipe that a search tried on training patients left out in turn.
 *
 * @param ndcg NDCG@10
 * @param difference of NDCG@10 from the careful recipe, paired by visit; null for that one itself
 */
public record RecipeTry(TrainingOptions training, Estimate ndcg, @Nullable Estimate difference) {}
