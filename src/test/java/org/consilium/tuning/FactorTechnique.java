package org.consilium.tuning;

import java.time.Instant;
import java.util.Map;
import org.consilium.job.Progress;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;

/** The additive model, factors and ridge, from scratch as a ranker, for the benchmarks. */
public final class FactorTechnique {
    static final Provenance NOTHING =
            new Provenance("", 0, 0, 1, Map.of(), Map.of(), Instant.EPOCH);

    private FactorTechnique() {}

    /**
     * @param layers of graph propagation
     * @param masked epochs of masked facts before
     */
    public static Ranker fresh(
            EncodedVisits train, TextEncoder encoder, int layers, int masked, long seed) {
        Terms terms = Terms.of(train.factVocabulary(), train.itemVocabulary(), encoder);
        Learner.Lesson lesson =
                new Learner.Lesson(
                        "fresh",
                        "",
                        train,
                        TrainingOptions.fromScratch(seed).with(layers, masked),
                        NOTHING);
        return new EvidenceRanker(
                "fresh",
                new Learner(new DjlFactorTrainer())
                        .fresh(lesson, terms, Progress.NONE, FactorTrainer.AfterEpoch.NOTHING)
                        .evidence());
    }
}
