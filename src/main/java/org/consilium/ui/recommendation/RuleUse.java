package org.consilium.ui.recommendation;

import java.util.Comparator;
import org.consilium.clinical.AlertUse;
import org.consilium.ui.common.Counted;

/**
 * How a safety rule fares with those who decide.
 *
 * @param sentence what the rule says
 */
record RuleUse(AlertUse use, String sentence) {
    /** Those to be reviewed first, then by how often they were overridden. */
    static final Comparator<RuleUse> MOST_OVERRIDDEN =
            Comparator.comparing((RuleUse rule) -> !rule.use().needsReview())
                    .thenComparingDouble(rule -> -rule.rate())
                    .thenComparing(rule -> rule.use().rule());

    private double rate() {
        return use.shown() == 0 ? 0 : (double) use.overridden() / use.shown();
    }

    String counts() {
        return "Shown with %s, overridden %d (%d%%)%s"
                .formatted(
                        Counted.of(use.shown(), "decision"),
                        use.overridden(),
                        Math.round(100 * rate()),
                        use.needsReview()
                                ? ". For review: overridden more than 9 times in 10."
                                : ".");
    }
}
