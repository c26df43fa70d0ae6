package org.consilium.clinical;

import java.time.Instant;
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
        @Nullable OverrideReason override) {

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

    /** What was decided. */
    public enum Verdict {
        ACCEPTED,
        DECLINED
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
