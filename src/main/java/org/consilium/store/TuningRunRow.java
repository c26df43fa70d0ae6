package org.consilium.store;

import java.time.Instant;

/**
 * A fine-tuning run that has not ended, without its checkpoint.
 *
 * @param name of the model it makes
 * @param cohort that it learns from
 * @param record what was asked for and how far it is, as JSON
 */
public record TuningRunRow(String name, long cohort, Instant begun, String record) {}
