package org.consilium.tuning;

import java.security.SecureRandom;
import java.util.Arrays;
import org.consilium.job.Progress;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TrainingOptions;
import org.consilium.tuning.federated.ClinicPrivacy;
import org.consilium.tuning.federated.Round;

/**
 * A clinic's part in a round: the round's model is tuned on the clinic's training patients as
 * always, within the model's own vocabulary, and what changed is clipped and made noisy as the
 * round asks. For the compute thread only.
 */
final class ClinicTraining {
    /**
     * The same in every round and at every clinic, so that a clinic's held-out patients stay held
     * out.
     */
    static final long SEED = 1;

    private final FactorTrainer trainer;
    private final Progress progress;

    ClinicTraining(FactorTrainer trainer, Progress progress) {
        this.trainer = trainer;
        this.progress = progress;
    }

    /**
     * @param delta ready to be written
     * @param length of the change before it was clipped
     * @param before NDCG@10 of the round's model on the held-out patients; NaN without visits
     * @param after that of what was learned here alone
     */
    record Learned(
            ModelDelta delta,
            double length,
            int patients,
            int visits,
            double before,
            double after) {}

    /**
     * @throws IllegalArgumentException when the model knows nothing that is started here
     */
    Learned learn(LearnedModel base, Split split, Round round) {
        EncodedVisits train = split.train();
        if (Arrays.stream(train.targets()).noneMatch(targets -> targets.length > 0)) {
            throw new IllegalArgumentException(
                    "The round's model knows nothing that is started at this clinic: its codes are others.");
        }
        TrainingOptions usual = TrainingOptions.fineTuning(train.patientCount(), SEED);
        LearnedModel tuned =
                new Learner(trainer)
                        .tuned(
                                new Learner.Lesson(
                                        base.name(),
                                        base.cohort(),
                                        train,
                                        usual.over(
                                                round.epochs(),
                                                round.learningRate(),
                                                usual.schedule()),
                                        base.provenance()),
                                base,
                                Transfer.FULL,
                                progress,
                                FactorTrainer.AfterEpoch.NOTHING);
        ModelDelta delta = ModelDelta.between(base, tuned);
        return new Learned(
                hidden(delta, round.privacy()),
                delta.length(),
                train.patientCount(),
                train.size(),
                ndcg(base, split.test()),
                ndcg(tuned, split.test()));
    }

    /** Noise is never drawn from a seed: who knew it could take it away again. */
    private static ModelDelta hidden(ModelDelta delta, ClinicPrivacy privacy) {
        if (privacy.clip() == 0) {
            return delta;
        }
        ModelDelta clipped = delta.clipped(privacy.clip());
        return privacy.noise() == 0
                ? clipped
                : clipped.noisy(privacy.noise() * privacy.clip(), new SecureRandom());
    }

    private static double ndcg(LearnedModel model, EncodedVisits test) {
        VisitMetrics metrics =
                VisitMetrics.measure(
                        new LearnedRanker("model", model),
                        test,
                        ItemFilter.all(test.itemVocabulary()),
                        SEED);
        return metrics.size() == 0 ? Double.NaN : metrics.mean(Metric.NDCG_10);
    }
}
