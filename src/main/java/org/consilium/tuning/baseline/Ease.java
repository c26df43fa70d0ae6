package org.consilium.tuning.baseline;

import java.util.stream.IntStream;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;

/**
 * EASE (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019) over facts and
 * items jointly: with Z = [X Y], visits x (facts + items),
 *
 * <pre>B = argmin ||Z - Z B||^2 + lambda ||B||^2 with diag(B) = 0
 * P = (Z'Z + lambda I)^-1,  B[j, i] = -P[j, i] / P[i, i] for j != i</pre>
 *
 * of which the rows of facts and the columns of items are kept: a new visit has facts and no items
 * yet. The paper's B comes here from the ridge of Z on its own columns, {@code W = (Z'Z + lambda
 * I)^-1 Z'Y}, which is {@code I - lambda P} in the columns of items, so that {@code B[j, i] = W[j,
 * i] / (1 - W[i, i])}.
 *
 * <p>{@link Ridge} regresses items on facts alone. EASE explains an item by the other items of its
 * visit as well, which are not known when the visit is scored; what they explained is then missing
 * from the facts' weights.
 */
public final class Ease {
    private Ease() {}

    /**
     * @return weights by fact and item
     */
    public static RidgeWeights fit(EncodedVisits train, RidgeOptions options, Progress progress) {
        int facts = train.factVocabulary().size();
        int items = train.itemVocabulary().size();
        RidgeWeights whole =
                Ridge.fit(
                        Joint.rows(train),
                        facts + items,
                        TargetRows.binary(train.targets(), items),
                        options,
                        progress);
        float[][] weights = new float[facts][items];
        for (int item = 0; item < items; item++) {
            double left = 1 - whole.rows()[facts + item][item];
            for (int fact = 0; fact < facts; fact++) {
                weights[fact][item] = (float) (whole.rows()[fact][item] / left);
            }
        }
        int used = (int) IntStream.range(0, facts).filter(fact -> any(weights[fact])).count();
        return new RidgeWeights(weights, used, whole.dual(), whole.residual());
    }

    private static boolean any(float[] row) {
        for (float each : row) {
            if (each != 0) {
                return true;
            }
        }
        return false;
    }
}
