package org.consilium.tuning.evaluation;

import org.consilium.tuning.EncodedVisits;

/**
 * @param validation empty where none was asked for
 */
public record Split(EncodedVisits train, EncodedVisits validation, EncodedVisits test) {}
