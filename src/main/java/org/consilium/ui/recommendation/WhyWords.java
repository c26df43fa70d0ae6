package org.consilium.ui.recommendation;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.css.PseudoClass;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.recommend.Recommendation;

/** What the explanation says in words. */
final class WhyWords {
    static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm", Locale.UK);

    private WhyWords() {}

    /** From the score to the probability. */
    static String probability(Recommendation item) {
        long times = Math.round(item.probability() * 100);
        String often =
                item.probability() < .01
                        ? "fewer than 1 in 100"
                        : item.probability() > .99
                                ? "more than 99 in 100"
                                : "about " + times + " in 100";
        return "A score of %s means: it was started at %s visits that looked like this one."
                .formatted(Wording.signed(item.score()), often);
    }

    /** What stands on disk, or why it does not; empty while nobody has decided. */
    static String outcome(DecisionState state) {
        return switch (state) {
            case DecisionState.Open open -> "";
            case DecisionState.Saving saving -> "Saving";
            case DecisionState.NotSaved(String sentence, DecisionState before) ->
                    "Your decision was not recorded. " + sentence;
            case DecisionState.Decided(Decision decision) -> decided(decision);
        };
    }

    private static String decided(Decision decision) {
        String what = decision.verdict() == Verdict.ACCEPTED ? "Accepted" : "Declined";
        String why = "";
        if (decision.reason() != null) {
            why = ": " + Wording.reason(decision.reason()).toLowerCase(Locale.ROOT);
        } else if (decision.override() != null) {
            what = "Accepted all the same";
            why = ": " + Wording.override(decision.override()).toLowerCase(Locale.ROOT);
        }
        String note = decision.note() == null ? "" : " (\u201c" + decision.note() + "\u201d)";
        return "%s by %s, %s%s%s. Recorded."
                .formatted(
                        what,
                        decision.decidedBy(),
                        WHEN.format(decision.decidedAt().atZone(ZoneId.systemDefault())),
                        why,
                        note);
    }
}
