package org.consilium.store;

/**
 * What an import brought.
 *
 * @param cohortId 0 where nothing was put into a cohort that is not there
 * @param patients new and replaced ones
 * @param replaced patients that were in the cohort before under the same id
 */
public record ImportTotals(
        long cohortId, int patients, int replaced, long encounters, long events) {}
