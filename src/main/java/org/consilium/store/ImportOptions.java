package org.consilium.store;

import org.consilium.clinical.KnownPatients;

/**
 * What is imported into which cohort, and how.
 *
 * @param cohort its name; it is made if there is none of that name
 * @param synthetic whether nobody in it is real; a cohort is synthetic when all its imports are
 * @param known what becomes of patients whom the cohort has already
 */
public record ImportOptions(String cohort, boolean synthetic, KnownPatients known) {}
