package org.consilium.tuning;

import java.util.List;
import org.consilium.job.Progress;
import org.consilium.tuning.baseline.TargetRows;
import org.consilium.tuning.baseline.TextRidge;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.baseline.TextRidgeWeights;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.Terms;

/**
 * The penalty of a ridge of local patients alone, by NDCG@10 on some of them left out in turn.
 * Where what is recorded says much of what is started a light one is best, where it says little a
 * heavy one, which is little more than popularity (docs/benchmarks.md, "Local patients alone").
 */
final class LocalPenalty {
    /** For a model's provenance; the data and the seed decide which penalty it is. */
    static final String WORDS =
            "text ridge, penalty of 100 to 10,000 chosen on training patients left out in turn";

    private static final int FEWEST_PATIENTS = 20;

    /** With more the penalty hardly matters, and trying several takes long. */
    private static final int MOST_VISITS = 3000;

    private static final int FEW_VISITS = 500;
    private static final List<Double> PENALTIES = List.of(100., 300., 1000., 10_000.);

    private LocalPenalty() {}

    /** {@link Learner#LOCAL} with the penalty that suits the visits. */
    static TextRidgeOptions choose(EncodedVisits train, Terms terms, long seed, Progress progress) {
        if (train.patientCount() < FEWEST_PATIENTS || train.size() > MOST_VISITS) {
            return Learner.LOCAL;
        }
        List<Split> folds = Splits.folds(train, train.size() < FEW_VISITS ? 5 : 2, seed);
        TextRidgeOptions best = Learner.LOCAL;
        double most = 0;
        for (double penalty : PENALTIES) {
            TextRidgeOptions options =
                    new TextRidgeOptions(
                            penalty,
                            Learner.LOCAL.text(),
                            Learner.LOCAL.minCount(),
                            Learner.LOCAL.shrinkage());
            VisitMetrics measured =
                    VisitMetrics.joined(
                            folds.stream()
                                    .map(fold -> measure(fold, terms, options, seed, progress))
                                    .toList());
            if (measured.size() > 0 && measured.mean(Metric.NDCG_10) > most) {
                most = measured.mean(Metric.NDCG_10);
                best = options;
            }
        }
        return best;
    }

    private static VisitMetrics measure(
            Split fold, Terms terms, TextRidgeOptions options, long seed, Progress progress) {
        progress.checkCancelled();
        EncodedVisits train = fold.train();
        TextRidgeWeights weights =
                TextRidge.fit(
                        train.facts(),
                        terms,
                        TargetRows.binary(train.targets(), train.itemVocabulary().size()),
                        options,
                        progress);
        return VisitMetrics.measure(
                weights.ranker(terms), fold.test(), ItemFilter.all(terms.items()), seed);
    }
}
