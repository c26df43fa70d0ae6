package org.consilium.clinical;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on one recommendation, with what they saw when they did.
 *
 * @param at the time the recommendation was made for
 * @param model name of the model that was served
 * @param reason why it was declined; null unless declined
 * @param note the person's own words
 * @param explanation the recommendation with all its attributions as it was shown, as JSON
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
        Instant decidedAt) {

    public Decision {
        if ((verdict == Verdict.DECLINED) != (reason != null)) {
            throw new IllegalArgumentException(
                    "a reason goes with a declined recommendation, and only with that");
        }
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
}
