package org.consilium.tuning;

import java.time.Instant;
import java.util.Map;
import org.consilium.job.Progress;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TrainingOptions;

/** One way of transfer as a ranker, for the benchmarks. */
final class TunedRanker {
    private TunedRanker() {}

    static Ranker of(
            FactorTrainer trainer, LocalVisits.Material material, Transfer transfer, long seed) {
        LearnedModel start = material.start(transfer);
        EncodedVisits train = material.train();
        Learner.Lesson lesson =
                new Learner.Lesson(
                        "tuned",
                        "",
                        train,
                        TrainingOptions.fineTuning(train.patientCount(), seed),
                        new Provenance("", 0, 0, 1, Map.of(), Map.of(), Instant.EPOCH));
        return new EvidenceRanker(
                "tuned",
                new Learner(trainer)
                        .tuned(
                                lesson,
                                start,
                                transfer,
                                Progress.NONE,
                                FactorTrainer.AfterEpoch.NOTHING)
                        .evidence());
    }
}
