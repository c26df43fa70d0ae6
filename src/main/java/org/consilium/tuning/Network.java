package org.consilium.tuning;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.consilium.job.Progress;
import org.consilium.recommend.EvidenceModel;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * What a network of sites would have: a base model of the others' patients, corrected by what there
 * is of one's own.
 *
 * @param over whose terms the visits are encoded in
 * @param elsewhere patients of the other sites; none where sites play no part, and all is the base
 *     model's
 */
record Network(FactorTrainer trainer, LearnedModel over, BitSet elsewhere, Progress progress) {

    Ranker ranker(EncodedVisits train) {
        EncodedVisits others = where(train, true);
        EncodedVisits own = where(train, false);
        Learner learner = new Learner(trainer);
        EncodedVisits first = others.size() == 0 ? own : others;
        LearnedModel model =
                learner.closedForm(
                        lesson(first),
                        over.terms(),
                        Learner.SOURCE,
                        others.size() == 0 ? 1 : RidgePart.MANY_SITES,
                        progress);
        if (others.size() > 0 && own.size() > 0) {
            model =
                    learner.tuned(
                            lesson(own),
                            model,
                            Transfer.FULL,
                            progress,
                            FactorTrainer.AfterEpoch.NOTHING);
        }
        return uncalibrated(model.evidence());
    }

    /** Scores alone: what they mean as probabilities is fitted where it is measured. */
    private static Ranker uncalibrated(EvidenceModel evidence) {
        return new Ranker() {
            @Override
            public String name() {
                return Comparison.NETWORK;
            }

            @Override
            public void score(int[] facts, float[] scores) {
                evidence.score(facts, scores);
            }
        };
    }

    private EncodedVisits where(EncodedVisits visits, boolean others) {
        return visits.subset(
                IntStream.range(0, visits.size())
                        .filter(visit -> elsewhere.get(visits.patients()[visit]) == others)
                        .toArray());
    }

    private Learner.Lesson lesson(EncodedVisits visits) {
        return new Learner.Lesson(
                Comparison.NETWORK,
                "",
                visits,
                TrainingOptions.fineTuning(visits.patientCount(), 1),
                over.provenance());
    }
}
