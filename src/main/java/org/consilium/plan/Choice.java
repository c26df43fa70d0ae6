package org.consilium.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.OverrideReason;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.safety.SafetyFinding;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose to do with a recommendation.
 *
 * @param note the person's own words; null without any
 * @param undone the decision that is taken back; null for everything else
 */
public record Choice(
        Verdict verdict,
        @Nullable DeclineReason reason,
        @Nullable OverrideReason override,
        @Nullable String change,
        @Nullable LocalDate until,
        @Nullable String note,
        @Nullable Decision undone) {

    public static Choice accept() {
        return new Choice(Verdict.ACCEPTED, null, null, null, null, null, null);
    }

    /** Accepted although it is withheld. */
    public static Choice override(OverrideReason reason, @Nullable String note) {
        return new Choice(Verdict.ACCEPTED, null, reason, null, null, note, null);
    }

    /**
     * @param change what is done instead
     */
    public static Choice modify(String change, @Nullable String note) {
        return new Choice(Verdict.MODIFIED, null, null, change.strip(), null, note, null);
    }

    public static Choice decline(DeclineReason reason, @Nullable String note) {
        return new Choice(Verdict.DECLINED, reason, null, null, null, note, null);
    }

    /**
     * @param until the first day on which it is to come back
     */
    public static Choice snooze(LocalDate until, @Nullable String note) {
        return new Choice(Verdict.SNOOZED, null, null, null, until, note, null);
    }

    /** Takes back a decision, the latest that stands on its item at its time. */
    public static Choice undo(Decision decision) {
        return new Choice(Verdict.UNDONE, null, null, null, null, null, decision);
    }

    /**
     * The decision to record, with the model and the explanation as they were seen.
     *
     * @throws IllegalArgumentException in a sentence for the person, when that can't be chosen
     */
    public Decision on(
            RecommendationList list, Recommendation item, long cohortId, String user, Instant now) {
        boolean withheld = item.safety().isContraindicated();
        if (withheld && verdict == Verdict.MODIFIED) {
            throw new IllegalArgumentException(
                    "It is withheld: it can be accepted only as it is, with a reason.");
        }
        if (verdict == Verdict.ACCEPTED && withheld != (override != null)) {
            throw new IllegalArgumentException(
                    withheld
                            ? "It is withheld: accept it only with the reason why, all the same."
                            : "It is not withheld: there is nothing to override.");
        }
        if (until != null && !until.isAfter(list.at().toLocalDate())) {
            throw new IllegalArgumentException(
                    "Choose a day after the visit until which it is put off.");
        }
        return new Decision(
                cohortId,
                list.patient(),
                undone == null ? list.at() : undone.at(),
                list.model(),
                item.kind(),
                item.item(),
                verdict,
                reason,
                note == null || note.isBlank() ? null : note.strip(),
                Explanation.of(list, item),
                user,
                now,
                item.safety().findings().stream().map(SafetyFinding::rule).toList(),
                override,
                change,
                until);
    }
}
