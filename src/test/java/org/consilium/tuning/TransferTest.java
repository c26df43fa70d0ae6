package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.job.Progress;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;
import org.junit.jupiter.api.Test;

/** What of a base model is used where, on visits with a planted rule. */
class TransferTest {
    private static final TextEncoder ENCODER =
            texts -> {
                float[] rows = new float[texts.size() * Terms.TEXT];
                for (int i = 0; i < texts.size(); i++) {
                    Random random = new Random(texts.get(i).hashCode());
                    for (int k = 0; k < Terms.TEXT; k++) {
                        rows[i * Terms.TEXT + k] = (float) random.nextGaussian() / 20;
                    }
                }
                return rows;
            };

    private static LearnedModel source(EncodedVisits visits) {
        Terms terms = Terms.of(visits.factVocabulary(), visits.itemVocabulary(), ENCODER);
        return new Learner(untrained())
                .closedForm(
                        lesson(visits),
                        terms,
                        new TextRidgeOptions(10, .3, 1, 0),
                        1,
                        Progress.NONE);
    }

    private static Learner.Lesson lesson(EncodedVisits visits) {
        Provenance nothing = new Provenance("", 0, 0, 1, Map.of(), Map.of(), Instant.EPOCH);
        return new Learner.Lesson(
                "source", "invented", visits, TrainingOptions.fineTuning(20, 1), nothing);
    }

    private static FactorTrainer untrained() {
        return new FactorTrainer() {
            @Override
            public Factors train(
                    Terms terms,
                    EncodedVisits visits,
                    Factors start,
                    TrainingOptions options,
                    Progress progress,
                    AfterEpoch afterEpoch) {
                throw new AssertionError("a closed-form model has no factors to train");
            }

            @Override
            public String engine() {
                return "none";
            }
        };
    }

    private static LocalVisits.Material material(LearnedModel base, EncodedVisits local) {
        LearnedModel extended =
                new Extension(base, ENCODER).over(local.factVocabulary(), local.itemVocabulary());
        Split split = Splits.byPatient(local, 0, .25, 1);
        return new LocalVisits.Material(extended, base.terms(), split.train(), split.test());
    }

    private static DomainMatch match(Transfer transfer) {
        return new DomainMatch("source", 40, 1, 1, 0, 0, 0, transfer, "Because.");
    }

    private static TransferChoice choose(LocalVisits.Material material, Transfer suggested) {
        return new TransferChooser(material, match(suggested), 1, Progress.NONE).choose(null);
    }

    @Test
    void aSourceWithTheSameRuleIsUsedEvenWhereTheMatchDidNotSeeIt() {
        LearnedModel base = source(TestVisits.planted(500, 1));
        LocalVisits.Material material = material(base, TestVisits.planted(40, 2));

        TransferChoice choice = choose(material, Transfer.NONE);

        assertThat(choice.transfer()).isNotEqualTo(Transfer.NONE);
        assertThat(choice.measured()).containsOnlyKeys(Transfer.values());
        assertThat(choice.reason()).contains("more than its interval");
    }

    @Test
    void aSourceWithAnotherRuleIsDroppedWhereTheMatchSuggestedIt() {
        LearnedModel base = source(shifted(TestVisits.planted(500, 1)));
        LocalVisits.Material material = material(base, TestVisits.planted(200, 2));

        assertThat(choose(material, Transfer.FULL).transfer()).isEqualTo(Transfer.NONE);
    }

    @Test
    void withFewPatientsOrAPersonsWordNothingIsTried() {
        LearnedModel base = source(TestVisits.planted(100, 1));
        LocalVisits.Material few = material(base, TestVisits.planted(12, 2));

        assertThat(choose(few, Transfer.PARTIAL))
                .isEqualTo(
                        new TransferChoice(
                                Transfer.PARTIAL, match(Transfer.PARTIAL), Map.of(), "Because."));
        assertThat(
                        new TransferChooser(few, match(Transfer.FULL), 1, Progress.NONE)
                                .choose(Transfer.NONE)
                                .transfer())
                .isEqualTo(Transfer.NONE);
    }

    @Test
    void aCohortRecordedAsTheSourceWasIsLeftToASourceOfOnePlace() {
        assertThat(DomainMatcher.transfer(.98, .99, true)).isEqualTo(Transfer.UNCHANGED);
        assertThat(DomainMatcher.transfer(.98, .99, false)).isEqualTo(Transfer.FULL);
        assertThat(DomainMatcher.transfer(.98, .96, true)).isEqualTo(Transfer.FULL);
        assertThat(DomainMatcher.transfer(.9, .99, true)).isEqualTo(Transfer.FULL);
        assertThat(DomainMatcher.transfer(.4, .99, true)).isEqualTo(Transfer.PARTIAL);
        assertThat(DomainMatcher.transfer(.05, .99, true)).isEqualTo(Transfer.NONE);
    }

    @Test
    void theLessTheRecordTellsTheHeavierThePenalty() {
        EncodedVisits telling = TestVisits.planted(200, 2);
        EncodedVisits mute = mute(200);

        assertThat(penalty(telling)).isEqualTo(100);
        assertThat(penalty(mute)).isGreaterThan(100);
        assertThat(penalty(mute(10))).isEqualTo(Learner.LOCAL.lambda());
    }

    private static double penalty(EncodedVisits visits) {
        Terms terms = Terms.of(visits.factVocabulary(), visits.itemVocabulary(), ENCODER);
        return LocalPenalty.choose(visits, terms, 1, Progress.NONE).lambda();
    }

    /** Some items are started more often than others, whatever is recorded. */
    private static EncodedVisits mute(int patients) {
        TestVisits visits = TestVisits.with(20, 11);
        Random random = new Random(1);
        for (int visit = 0; visit < 2 * patients; visit++) {
            visits.visit(
                    visit / 2,
                    new int[] {random.nextInt(10), 10 + random.nextInt(10)},
                    (int) (11 * random.nextDouble() * random.nextDouble()));
        }
        return visits.encoded();
    }

    @Test
    void fullTransferReadsAnUnknownFactAndPartialDoesNot() {
        EncodedVisits visits = TestVisits.planted(300, 1);
        LearnedModel base = source(visits);
        // a fact that reads like one that the source knows, under another code
        Concept known = visits.factVocabulary().get(0).concept();
        Fact alike =
                new Fact(
                        new Concept(new CodeSystem("urn:elsewhere"), "x", known.display()),
                        Role.CONDITION_NOW);
        LearnedModel extended =
                new Extension(base, ENCODER)
                        .over(new Vocabulary<>(List.of(alike)), new Vocabulary<>(List.of()));
        int row = extended.terms().facts().indexOf(alike).orElseThrow();

        float[] full = extended.limited(Transfer.FULL, base.terms()).ridge().rows()[row];
        float[] partial = extended.limited(Transfer.PARTIAL, base.terms()).ridge().rows()[row];

        assertThat(full[0]).isGreaterThan(full[1] + .01f);
        assertThat(partial).containsOnly(0);
    }

    @Test
    void aCorrectionLearnsWhatIsDoneOtherwiseHere() {
        LearnedModel base = source(shifted(TestVisits.planted(500, 1)));
        EncodedVisits local = TestVisits.planted(2000, 2);
        LearnedModel tuned =
                new Learner(untrained())
                        .tuned(
                                lesson(local),
                                base,
                                Transfer.FULL,
                                Progress.NONE,
                                FactorTrainer.AfterEpoch.NOTHING);
        float[] before = new float[11];
        float[] after = new float[11];
        int[] visit = {0, 3};

        base.evidence().score(visit, before);
        tuned.evidence().score(visit, after);

        assertThat(before[1]).isGreaterThan(before[0]);
        assertThat(after[0]).isGreaterThan(after[1]);
    }

    /** The same visits where condition 2c starts item c + 1. */
    private static EncodedVisits shifted(EncodedVisits visits) {
        int[][] targets =
                Arrays.stream(visits.targets())
                        .map(each ->
                                Arrays.stream(each)
                                        .map(item -> item < 10 ? (item + 1) % 10 : item)
                                        .sorted()
                                        .toArray())
                        .toArray(int[][]::new);
        return new EncodedVisits(
                visits.factVocabulary(),
                visits.itemVocabulary(),
                visits.facts(),
                targets,
                visits.masked(),
                visits.patients(),
                visits.days());
    }
}
