package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be done with a cohort before anything is computed.
 *
 * @param patients of the cohort
 * @param accepted decisions to be learned from as right for their patients, held-out ones included
 * @param declined decisions to be learned from as wrong for their patients, held-out ones included
 * @param silent decisions that say nothing of what suits the patient
 */
public record Readiness(int patients, int accepted, int declined, int silent) {
    /** Held-out patients below which only large differences show. */
    private static final int FEW_HELD_OUT = 50;

    /** Whether there are patients enough to tune at all. */
    public boolean canTune() {
        return patients >= FineTuner.FEWEST_PATIENTS;
    }

    /** What can and what can't be done with so many patients, each one sentence. */
    public List<String> limits() {
        if (!canTune()) {
            return List.of(
                    "Fine-tuning needs %d patients with visits and this cohort has %d."
                            .formatted(FineTuner.FEWEST_PATIENTS, patients),
                    "A base model can be served as it is: it needs no local patients.",
                    "What you accept and decline is kept and learned from once there are enough.");
        }
        int heldOut = Math.max(1, (int) Math.round(LocalVisits.TEST * patients));
        int training = patients - heldOut;
        List<String> limits = new ArrayList<>();
        limits.add("%d patients are learned from, %d held out.".formatted(training, heldOut));
        if (training < TransferChooser.FEWEST_PATIENTS) {
            limits.add(
                    "With fewer than %d to learn from, how much of the base model is used is decided by its match alone; nothing is tried out."
                            .formatted(TransferChooser.FEWEST_PATIENTS));
        }
        if (heldOut < FEW_HELD_OUT) {
            limits.add(
                    "With fewer than %d held out only a large change can be told from chance."
                            .formatted(FEW_HELD_OUT));
        }
        return List.copyOf(limits);
    }

    /** What was decided on recommendations, and what of it is learned from; one sentence or two. */
    public String feedback() {
        int all = accepted + declined + silent;
        if (all == 0) {
            return "No recommendation was accepted or declined in this cohort yet.";
        }
        String kept =
                silent == 0
                        ? ""
                        : " %d of the declined say nothing of what suits the patient."
                                .formatted(silent);
        return "%d accepted and %d declined recommendations are learned from, but for those of held-out patients.%s"
                .formatted(accepted, declined, kept);
    }
}
