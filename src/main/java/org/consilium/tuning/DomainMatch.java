package org.consilium.tuning;

/**
 * How well a base model fits a cohort, and what follows from it.
 *
 * @param model name of the base model
 * @param patients of the cohort
 * @param knownFactUse share of what is recorded of the patients (conditions, results, treatments,
 *     allergies), by use, that the model knows by code or by text; 0 to 1
 * @param knownItemUse share of the treatments started, by use, that the model can recommend; 0 to 1
 * @param factShift Jensen-Shannon divergence in bits between how often the facts known to both are
 *     used there and here (Lin, IEEE Transactions on Information Theory 37 (1991)): 0 alike, 1
 *     nothing in common; negative where the model does not say how often it saw them
 * @param itemShift the same of the items started
 * @param knownByText share of the recorded events whose code the model does not know but whose text
 *     it does; 0 to 1
 * @param transfer how much of the model to start from
 * @param reason why, in words
 */
public record DomainMatch(
        String model,
        int patients,
        double knownFactUse,
        double knownItemUse,
        double factShift,
        double itemShift,
        double knownByText,
        Transfer transfer,
        String reason) {}
