package org.consilium.ui.recommendation;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.css.PseudoClass;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Value;
import org.consilium.recommend.Recommendation;
import org.consilium.ui.common.PatientWords;

/** What the explanation says in words. */
final class WhyWords {
    static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm", Locale.UK);

    private WhyWords() {}

    /** From the score to the probability. */
    static String probability(Recommendation item) {
        return "A score of %s means: it was started at %s visits that looked like this one."
                .formatted(Wording.signed(item.score()), Wording.often(item.probability()));
    }

    /** The recorded event behind a fact. */
    static String source(ClinicalEvent event) {
        String value =
                switch (event.value()) {
                    case null -> "";
                    case Value.Quantity quantity ->
                            " "
                                    + WhatIfNumbers.plain(quantity.amount())
                                    + " "
                                    + Wording.unit(quantity.unit());
                    case Value.Coded coded -> ": " + Wording.name(coded.concept());
                    case Value.Text text -> ": " + Wording.plain(text.text());
                };
        String end =
                event.end() == null ? "" : " to " + PatientWords.date(event.end().toLocalDate());
        return "In the record: %s%s, %s%s."
                .formatted(
                        Wording.name(event.concept()),
                        value.stripTrailing(),
                        PatientWords.date(event.start().toLocalDate()),
                        end);
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
        String what =
                switch (decision.verdict()) {
                    case ACCEPTED -> "Accepted";
                    case MODIFIED -> "Accepted with a change";
                    case DECLINED -> "Declined";
                    case SNOOZED -> EarlierWords.verdict(decision);
                    case UNDONE -> "Taken back";
                };
        String why = decision.change() == null ? "" : ": " + decision.change();
        if (decision.reason() != null) {
            why = ": " + Wording.reason(decision.reason()).toLowerCase(Locale.ROOT);
        } else if (decision.override() != null) {
            what = "Accepted all the same";
            why = ": " + Wording.override(decision.override()).toLowerCase(Locale.ROOT);
        }
        String note = decision.note() == null ? "" : " (\u201c" + decision.note() + "\u201d)";
        String plan = decision.isWanted() ? " It is in the care plan." : "";
        return "%s by %s, %s%s%s. Recorded.%s"
                .formatted(
                        what,
                        decision.decidedBy(),
                        WHEN.format(decision.decidedAt().atZone(ZoneId.systemDefault())),
                        why,
                        note,
                        plan);
    }
}
