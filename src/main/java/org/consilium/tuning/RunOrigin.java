package org.consilium.tuning;

import java.time.Instant;

/**
 * What a run was asked for and what it depended on, so that it can be done again.
 *
 * @param begun decisions of later didn't count
 * @param input hash of the visits, the base model and the program
 */
public record RunOrigin(TuneRequest request, Instant begun, String input) {}
