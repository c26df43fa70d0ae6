package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import org.consilium.job.Progress;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;
import org.consilium.tuning.federated.ClinicPrivacy;
import org.consilium.tuning.federated.Round;
import org.consilium.tuning.federated.SignedFile;
import org.consilium.tuning.federated.SigningKey;
import org.consilium.tuning.federated.Update;
import org.junit.jupiter.api.Test;

/** A round between clinics whose items follow a planted rule. */
class FederatedMeanTest {
    private static final FactorTrainer TRAINER = new DjlFactorTrainer();
    private static final SigningKey FIRST = SigningKey.generate();
    private static final SigningKey SECOND = SigningKey.generate();

    private final LearnedModel base = base();

    private static LearnedModel base() {
        EncodedVisits visits = TestVisits.planted(12, 9);
        Terms terms =
                Terms.of(
                        visits.factVocabulary(),
                        visits.itemVocabulary(),
                        texts -> new float[texts.size() * Terms.TEXT]);
        try {
            return new ModelFile()
                    .rounded(
                            new Learner(TRAINER)
                                    .fresh(
                                            new Learner.Lesson(
                                                    "base",
                                                    "",
                                                    visits,
                                                    TrainingOptions.fromScratch(1),
                                                    FactorTechnique.NOTHING),
                                            terms,
                                            Progress.NONE,
                                            FactorTrainer.AfterEpoch.NOTHING));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Round round(ClinicPrivacy privacy) throws IOException {
        return new Round(
                "f", "Valley", 1, SigningKey.hash(new ModelFile().write(base)), 5, .005, privacy);
    }

    private ClinicTraining.Learned learned(int patients, long seed, Round round) {
        Split split = Splits.byPatient(TestVisits.planted(patients, seed), 0, .25, 1);
        return new ClinicTraining(TRAINER, Progress.NONE).learn(base, split, round);
    }

    private static SignedFile file(
            ClinicTraining.Learned learned, int visits, Round round, SigningKey key)
            throws IOException {
        Update update = new Update(round, learned.patients(), visits);
        return SignedFile.read(
                "clinic.update", SignedFile.signed(update, learned.delta().toBytes(), key));
    }

    private LearnedModel merged(FederatedMean mean) {
        return mean.mean().onto(base, "merged", "Valley", base.provenance());
    }

    @Test
    void togetherClinicsLearnWhatTheBaseDidNotKnow() throws IOException {
        Round round = round(ClinicPrivacy.NONE);
        FederatedMean mean = new FederatedMean(base, round);
        mean.add(file(learned(60, 1, round), 90, round, FIRST));
        mean.add(file(learned(60, 2, round), 90, round, SECOND));

        EncodedVisits test = TestVisits.planted(200, 3);
        assertThat(mean.clinics()).isEqualTo(2);
        assertThat(mean.patients()).isEqualTo(90);
        assertThat(loss(merged(mean), test)).isLessThan(.8 * loss(base, test));
    }

    /** Mean cross-entropy a visit. */
    private static double loss(LearnedModel model, EncodedVisits test) {
        double loss = 0;
        Ranker ranker = new EvidenceRanker("model", model.evidence());
        float[] scores = new float[11];
        for (int visit = 0; visit < test.size(); visit++) {
            ranker.score(test.facts()[visit], scores);
            for (float score : scores) {
                loss += Math.log1p(Math.exp(score)) / test.size();
            }
            for (int target : test.targets()[visit]) {
                loss -= scores[target] / test.size();
            }
        }
        return loss;
    }

    @Test
    void eachVisitCountsAlike() throws IOException {
        Round round = round(ClinicPrivacy.NONE);
        ClinicTraining.Learned one = learned(40, 1, round);
        ClinicTraining.Learned other = learned(40, 2, round);
        FederatedMean mean = new FederatedMean(base, round);
        mean.add(file(one, 300, round, FIRST));
        mean.add(file(other, 100, round, SECOND));

        float[] bias = merged(mean).factors().bias();

        for (int item = 0; item < bias.length; item++) {
            float expected =
                    base.factors().bias()[item]
                            + .75f * part(one, "bias")[item]
                            + .25f * part(other, "bias")[item];
            assertThat(bias[item]).isCloseTo(expected, within(1e-5f));
        }
    }

    private static float[] part(ClinicTraining.Learned learned, String name) {
        return Objects.requireNonNull(learned.delta().parts().get(name));
    }

    @Test
    void oneClinicAloneIsNotMergedAndNoneTwice() throws IOException {
        Round round = round(ClinicPrivacy.NONE);
        ClinicTraining.Learned learned = learned(20, 1, round);
        FederatedMean mean = new FederatedMean(base, round);
        mean.add(file(learned, 30, round, FIRST));

        assertThatThrownBy(mean::mean)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 updates or more");
        assertThatThrownBy(() -> mean.add(file(learned, 30, round, FIRST)))
                .hasMessageContaining("are of the same clinic");
    }

    @Test
    void anUpdateThatIsLongerThanAgreedIsRefused() throws IOException {
        Round free = round(ClinicPrivacy.NONE);
        Round narrow = round(new ClinicPrivacy(.1, 0));
        ClinicTraining.Learned clipped = learned(20, 1, narrow);
        FederatedMean mean = new FederatedMean(base, narrow);

        assertThat(clipped.length()).isGreaterThan(.2);
        assertThat(clipped.delta().length()).isCloseTo(.1, within(.001));
        mean.add(file(clipped, 30, narrow, FIRST));
        assertThatThrownBy(() -> mean.add(file(learned(20, 1, free), 30, narrow, SECOND)))
                .hasMessageContaining("more than the round allows");
    }

    @Test
    void noiseHasTheDeviationThatWasAskedForAndIsNotDrawnFromASeed() throws IOException {
        ModelDelta nothing = ModelDelta.zero(base);
        ModelDelta noisy = nothing.noisy(.3, new Random(1));
        long numbers = nothing.parts().values().stream().mapToLong(part -> part.length).sum();

        assertThat(noisy.length() / Math.sqrt(numbers)).isCloseTo(.3, within(.01));
        Round loud = round(new ClinicPrivacy(1, .1));
        assertThat(learned(20, 1, loud).delta().length())
                .isNotEqualTo(learned(20, 1, loud).delta().length());
    }

    @Test
    void aClinicWithOtherCodesIsToldSo() throws IOException {
        Round round = round(ClinicPrivacy.NONE);
        EncodedVisits nothing =
                TestVisits.with(20, 11).visit(0, new int[] {0}).visit(1, new int[] {0}).encoded();

        assertThatThrownBy(() ->
                        new ClinicTraining(TRAINER, Progress.NONE)
                                .learn(base, new Split(nothing, nothing, nothing), round))
                .hasMessageContaining("knows nothing that is started at this clinic");
    }
}
