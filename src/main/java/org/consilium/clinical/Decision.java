package org.consilium.clinical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on one recommendation, with what they saw when they did.
 *
 * @param at the time the recommendation was made for
 * @param model name of the model that was served
 * @param reason why it was declined; null unless declined
 * @param note the person's own words
 * @param explanation the recommendation with all its attributions as it was shown, as JSON
 * @param alerts ids of the safety rules that spoke against it
 * @param override why it was accepted although it was withheld; null for everything else
 * @param change what it was accepted as instead, in the person's words; null unless modified
 * @param until the first day on which it is to come back; null unless snoozed
 */
public record Decision(
        long cohortId,
        String patientId,
        LocalDateTime at,
        String model,
        ItemKind kind,
        Concept item,
        Verdict verdict,
        @Nullable DeclineReason reason,
        @Nullable String note,
        String explanation,
        String decidedBy,
        Instant decidedAt,
        List<String> alerts,
        @Nullable OverrideReason override,
        @Nullable String change,
        @Nullable LocalDate until) {

    public Decision {
        alerts = List.copyOf(alerts);
        if ((verdict == Verdict.DECLINED) != (reason != null)) {
            throw new IllegalArgumentException(
                    "a reason goes with a declined recommendation, and only with that");
        }
        if (override != null && (verdict != Verdict.ACCEPTED || alerts.isEmpty())) {
            throw new IllegalArgumentException(
                    "only an accepted recommendation with an alert can override one");
        }
        if ((verdict == Verdict.MODIFIED) != (change != null && !change.isBlank())) {
            throw new IllegalArgumentException(
                    "a change goes with a modified recommendation, and only with that");
        }
        if ((verdict == Verdict.SNOOZED) != (until != null)) {
            throw new IllegalArgumentException(
                    "a day goes with a snoozed recommendation, and only with that");
        }
    }

    /** Neither modified nor snoozed. */
    public Decision(
            long cohortId,
            String patientId,
            LocalDateTime at,
            String model,
            ItemKind kind,
            Concept item,
            Verdict verdict,
            @Nullable DeclineReason reason,
            @Nullable String note,
            String explanation,
            String decidedBy,
            Instant decidedAt,
            List<String> alerts,
            @Nullable OverrideReason override) {
        this(
                cohortId,
                patientId,
                at,
                model,
                kind,
                item,
                verdict,
                reason,
                note,
                explanation,
                decidedBy,
                decidedAt,
                alerts,
                override,
                null,
                null);
    }

    /** On an item that no safety rule spoke against. */
    public Decision(
            long cohortId,
            String patientId,
            LocalDateTime at,
            String model,
            ItemKind kind,
            Concept item,
            Verdict verdict,
            @Nullable DeclineReason reason,
            @Nullable String note,
            String explanation,
            String decidedBy,
            Instant decidedAt) {
        this(
                cohortId,
                patientId,
                at,
                model,
                kind,
                item,
                verdict,
                reason,
                note,
                explanation,
                decidedBy,
                decidedAt,
                List.of(),
                null);
    }

    /** Whether both are on the same item for the same patient at the same time. */
    public boolean isOnTheSameAs(Decision other) {
        return cohortId == other.cohortId
                && kind == other.kind
                && patientId.equals(other.patientId)
                && at.equals(other.at)
                && item.equals(other.item);
    }

    /** Whether the item goes into the care plan. */
    public boolean isWanted() {
        return verdict == Verdict.ACCEPTED || verdict == Verdict.MODIFIED;
    }

    /** What was decided. */
    public enum Verdict {
        ACCEPTED,
        DECLINED,
        /** Accepted with a change. */
        MODIFIED,
        /** Put off. */
        SNOOZED,
        /** The latest decision on the item at that time is taken back. */
        UNDONE
    }

    /** Coded reasons for declining; the wording on screen is the window's. */
    public enum DeclineReason {
        NOT_INDICATED,
        CONTRAINDICATED,
        ALREADY_DONE,
        PATIENT_DECLINED,
        NOT_AVAILABLE,
        OTHER
    }

    /** Coded reasons for accepting what was withheld; the wording on screen is the window's. */
    public enum OverrideReason {
        BENEFIT_OUTWEIGHS,
        TOLERATED_BEFORE,
        WILL_MONITOR,
        RECORD_OUTDATED,
        NO_ALTERNATIVE,
        OTHER
    }
}
