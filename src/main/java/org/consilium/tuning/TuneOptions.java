package org.consilium.tuning;

import org.jspecify.annotations.Nullable;

/**
 * @param name of the model to make
 * @param transfer how much of the base model to start from; null to decide
 */
record TuneOptions(String name, long seed, @Nullable Transfer transfer, TuneRecipe recipe) {}
