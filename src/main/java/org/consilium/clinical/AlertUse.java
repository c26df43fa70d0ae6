package org.consilium.clinical;

/**
 * How a safety rule fared with those who decide.
 *
 * @param rule its id
 * @param shown decisions that were taken with its alert on screen
 * @param overridden those that accepted the item all the same
 */
public record AlertUse(String rule, int shown, int overridden) {
    private static final int ENOUGH = 50;
    private static final double TOO_MANY = .9;

    /**
     * Whether it is more noise than help: overridden more than 9 times in 10, of at least 50. The
     * thresholds are this program's alert budget; nearly all alerts of hospitals are overridden
     * (van der Sijs et al., J Am Med Inform Assoc 2006, doi 10.1197/jamia.M1809: 49 to 96%).
     */
    public boolean needsReview() {
        return shown >= ENOUGH && overridden > TOO_MANY * shown;
    }
}
