package org.consilium.tuning.technique;

import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.baseline.Ridge;
import org.consilium.tuning.baseline.RidgeOptions;
import org.consilium.tuning.baseline.TargetRows;

/**
 * Pre-training without targets: every fact is predicted from the visit's others, in closed form
 * (EASE over facts, Steck 2019, whose zero diagonal hides the fact itself). A fact's row of the
 * result says which other facts it speaks for.
 */
final class MaskedFacts {
    private MaskedFacts() {}

    /**
     * @return B, facts x facts
     */
    static float[][] fit(EncodedVisits visits, double lambda) {
        int facts = visits.factVocabulary().size();
        float[][] weights =
                Ridge.fit(
                                visits.facts(),
                                facts,
                                TargetRows.binary(visits.facts(), facts),
                                new RidgeOptions(lambda, 1),
                                Progress.NONE)
                        .rows();
        for (int other = 0; other < facts; other++) {
            float left = 1 - weights[other][other];
            for (int fact = 0; fact < facts; fact++) {
                weights[fact][other] = fact == other ? 0 : weights[fact][other] / left;
            }
        }
        return weights;
    }
}
