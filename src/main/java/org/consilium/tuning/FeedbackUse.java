package org.consilium.tuning;

import java.util.Locale;

/**
 * Which decisions a run learned from.
 *
 * @param accepted learned from as right for their patients
 * @param declined learned from as wrong for their patients
 * @param silent declined for a reason that says nothing of the patient, or of an item that is not
 *     known
 * @param heldOut of patients that are held out: never learned from
 * @param weight of the decisions on one patient at one time, as a share of a local visit
 */
public record FeedbackUse(int accepted, int declined, int silent, int heldOut, double weight) {

    /** Decisions that were learned from. */
    public int included() {
        return accepted + declined;
    }

    /** Decisions of the cohort, learned from or not. */
    public int all() {
        return included() + silent + heldOut;
    }

    /** One sentence or two. */
    public String words() {
        if (all() == 0) {
            return "No decision on a recommendation was there to learn from.";
        }
        return String.format(
                Locale.ROOT,
                "Of %d decisions on recommendations %d were learned from (%d accepted, %d declined), those on one patient at one time with %s of the weight of a visit. %d say nothing of what suits the patient, %d are of held-out patients.",
                all(),
                included(),
                accepted,
                declined,
                weight,
                silent,
                heldOut);
    }
}
