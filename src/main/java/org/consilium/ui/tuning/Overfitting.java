package org.consilium.ui.tuning;

import java.util.List;

/**
 * Whether a run learns its training patients by heart: the training loss still falls while on
 * held-out patients the share of what is missed (1 less NDCG@10) has been more than {@link #ALPHA}
 * above its least for {@link #STRIP} epochs running (generalisation loss, Prechelt, "Early stopping
 * - but when?" (1998), criterion GL; a strip of epochs as there, of three).
 */
final class Overfitting {
    static final double ALPHA = .05;
    static final int STRIP = 3;

    private Overfitting() {}

    /** The epoch that was best, where the alarm sounds; 0 where it does not. */
    static int bestEpochIfAlarming(List<Epoch> epochs) {
        int best = 0;
        int behind = 0;
        for (int i = 1; i < epochs.size(); i++) {
            double missed = 1 - epochs.get(i).ndcg();
            double least = 1 - epochs.get(best).ndcg();
            boolean worse =
                    missed > least * (1 + ALPHA) && epochs.get(i).loss() < epochs.get(best).loss();
            behind = worse ? behind + 1 : 0;
            if (missed < least) {
                best = i;
            }
        }
        return behind >= STRIP ? epochs.get(best).number() : 0;
    }
}
