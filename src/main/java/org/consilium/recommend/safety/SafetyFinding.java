package org.consilium.recommend.safety;

/**
 * What speaks against an item.
 *
 * @param rule id of the rule
 * @param sentence what the rule says, in plain words
 * @param because what of the patient's record makes it so
 */
public record SafetyFinding(
        String rule,
        Family family,
        SafetyVerdict verdict,
        String sentence,
        String because,
        SafetySource source) {}
