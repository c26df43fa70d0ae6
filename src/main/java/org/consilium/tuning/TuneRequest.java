package org.consilium.tuning;

import org.jspecify.annotations.Nullable;

/**
 * @param base name of the base model; null for the shipped one
 * @param name name of the model to make; null to have one made up
 */
public record TuneRequest(String cohort, @Nullable String base, @Nullable String name, long seed) {}
