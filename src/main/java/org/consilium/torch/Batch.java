package org.consilium.torch;

import java.util.Arrays;
import java.util.Random;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * One step's visits.
 *
 * @param rows per non-zero the visit's place in the batch
 * @param columns per non-zero the fact
 * @param values per non-zero 1 / sqrt(n), n facts of that visit
 * @param targets visits x items, 1 where newly started
 * @param candidates visits x items, the weight of the visit; 0 where the item was active
 */
record Batch(
        int visits,
        long[] rows,
        long[] columns,
        float[] values,
        float[] targets,
        float[] candidates) {

    static Batch of(
            EncodedVisits visits,
            int[] order,
            int from,
            int to,
            TrainingOptions options,
            Random random) {
        int items = visits.itemVocabulary().size();
        int most = 0;
        for (int i = from; i < to; i++) {
            most += visits.facts()[order[i]].length;
        }
        long[] rows = new long[most];
        long[] columns = new long[most];
        float[] values = new float[most];
        float[] targets = new float[(to - from) * items];
        float[] candidates = new float[(to - from) * items];
        int at = 0;
        for (int i = from; i < to; i++) {
            int row = i - from;
            int first = at;
            for (int fact : visits.facts()[order[i]]) {
                if (options.dropout() == 0 || random.nextDouble() >= options.dropout()) {
                    rows[at] = row;
                    columns[at++] = fact;
                }
            }
            Arrays.fill(values, first, at, (float) (1 / Math.sqrt(Math.max(1, at - first))));
            int[] visitTargets = visits.targets()[order[i]];
            Arrays.fill(
                    candidates,
                    row * items,
                    (row + 1) * items,
                    (float) Math.pow(Math.max(1, visitTargets.length), -options.crowding()));
            for (int item : visitTargets) {
                targets[row * items + item] = 1;
            }
            for (int item : visits.masked()[order[i]]) {
                candidates[row * items + item] = 0;
            }
        }
        return new Batch(
                to - from,
                Arrays.copyOf(rows, at),
                Arrays.copyOf(columns, at),
                Arrays.copyOf(values, at),
                targets,
                candidates);
    }
}
