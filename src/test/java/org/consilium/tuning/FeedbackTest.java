package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.recommend.Calibration;
import org.consilium.recommend.ConceptMapping;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What decisions change in a model, and which of them do. */
class FeedbackTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDateTime VISIT = LocalDateTime.of(2026, 2, 1, 9, 0);
    private static final int[] CONTEXT = {0, 3};
    private static final int ITEM = 5;

    private static LearnedModel model() {
        EncodedVisits visits = TestVisits.planted(200, 1);
        Terms terms =
                Terms.of(
                        visits.factVocabulary(),
                        visits.itemVocabulary(),
                        texts -> new float[texts.size() * Terms.TEXT]);
        Provenance nothing = new Provenance("", 0, 0, 1, Map.of(), Map.of(), Instant.EPOCH);
        Learner.Lesson lesson =
                new Learner.Lesson(
                        "model", "invented", visits, TrainingOptions.fineTuning(20, 1), nothing);
        return new Learner(new NoTrainer())
                .closedForm(lesson, terms, new TextRidgeOptions(10, 0, 1, 0), 1, Progress.NONE)
                .withCalibration(new Calibration(1.5, -2));
    }

    private static float[] scores(LearnedModel model, int... facts) {
        float[] scores = new float[model.terms().items().size()];
        model.evidence().score(facts, scores);
        return scores;
    }

    /** Decided at two visits: on the item at the first, on another one at the second. */
    private static LearnedModel taught(LearnedModel model, boolean wanted, double weight) {
        Feedback two =
                new Feedback(
                        new int[][] {CONTEXT, {4, 7}},
                        new int[] {ITEM, 10},
                        new boolean[] {wanted, true});
        return FeedbackCorrection.apply(model, two, weight, Progress.NONE);
    }

    private static float moved(LearnedModel model, boolean wanted, double weight) {
        return scores(taught(model, wanted, weight), CONTEXT)[ITEM] - scores(model, CONTEXT)[ITEM];
    }

    @Test
    void aDecisionMovesItsItemByTheShareThatRidgeRegressionGivesIt() {
        LearnedModel model = model();
        double expected = model.calibration().probability(scores(model, CONTEXT)[ITEM]);

        for (double weight : new double[] {.3, 1, 100}) {
            // two rows of two facts and two terms: 4 with themselves, 0 with each other; centred,
            // half of the difference is explained by K / (K + lambda) with K = 4, and the mean by
            // 2 / (2 + shrinkage)
            double slope = 4 / (4 + 50_000 / weight);
            double share = .5 * slope + .5 * 2 / (2 + model.ridge().steadiness() / weight);
            assertThat(moved(model, true, weight))
                    .isCloseTo((float) (10 * (1 - expected) * share), within(1e-4f));
            assertThat(moved(model, false, weight))
                    .isCloseTo((float) (-10 * expected * share), within(1e-4f));
        }
    }

    @Test
    void whatWasDeclinedFallsMostForWhoeverIsLikeThePatient() {
        LearnedModel model = model();
        LearnedModel taught = taught(model, false, 1000);

        float here = scores(taught, CONTEXT)[ITEM] - scores(model, CONTEXT)[ITEM];
        float half = scores(taught, 0, 9)[ITEM] - scores(model, 0, 9)[ITEM];
        float elsewhere = scores(taught, 4, 7)[ITEM] - scores(model, 4, 7)[ITEM];
        assertThat(here).isLessThan(half);
        assertThat(half).isLessThan(elsewhere);
        assertThat(scores(taught, 2, 9)[3]).isEqualTo(scores(model, 2, 9)[3]);
        assertThat(taught.evidence().calibration()).isEqualTo(model.evidence().calibration());
    }

    /** A model whose closed form has another width, and no part for terms and texts. */
    @Test
    void theWidthOfTheModelsClosedFormDoesNotMatter() {
        LearnedModel model = model();
        RidgePart ridge = model.ridge();
        float[][] rows = ridge.rows().clone();
        float[] bias = ridge.bias().clone();
        for (int fact = 0; fact < rows.length; fact++) {
            rows[fact] = rows[fact].clone();
            for (int item = 0; item < bias.length; item++) {
                rows[fact][item] *= 2.5f;
            }
        }
        for (int item = 0; item < bias.length; item++) {
            bias[item] *= 2.5f;
        }
        LearnedModel narrow =
                model.withRidge(
                        new RidgePart(
                                rows, bias, new float[0][], new float[0], 4, ridge.steadiness()));

        assertThat(moved(narrow, true, 1)).isCloseTo(moved(model, true, 1), within(1e-5f));
        assertThat(taught(narrow, true, 1).ridge().terms()).isEmpty();
    }

    private static Decision decision(
            String patient, int item, @Nullable DeclineReason reason, Instant decidedAt) {
        return new Decision(
                1,
                patient,
                VISIT,
                "model",
                item % 2 == 0 ? ItemKind.MEDICATION : ItemKind.PROCEDURE,
                new Concept(CodeSystem.TEXT, "item " + item, "item " + item),
                reason == null ? Verdict.ACCEPTED : Verdict.DECLINED,
                reason,
                null,
                "",
                "dr.lee",
                decidedAt);
    }

    private static FeedbackCollector.Gathered gathered(Decision... decisions) {
        FeedbackCollector collector = FeedbackCollector.of(List.of(decisions), NOON);
        for (int number = 0; number < 3; number++) {
            Patient patient =
                    new Patient(
                            "p" + number,
                            "Sample",
                            "Ada",
                            Sex.FEMALE,
                            LocalDate.of(1960, 5, 17),
                            null,
                            null,
                            null,
                            null,
                            null);
            Encounter visit =
                    new Encounter("v", "ambulatory", null, null, VISIT, VISIT.plusMinutes(20));
            collector.add(
                    new Timeline(patient, List.of(visit), List.of()),
                    ConceptMapping.none(),
                    number);
        }
        return collector.over(model().terms(), patient -> patient != 2, 1);
    }

    @Test
    void onlyReasonsThatSpeakOfThePatientCount() {
        FeedbackCollector.Gathered gathered =
                gathered(
                        decision("p0", 0, null, NOON),
                        decision("p0", 1, DeclineReason.NOT_INDICATED, NOON),
                        decision("p0", 2, DeclineReason.CONTRAINDICATED, NOON),
                        decision("p1", 3, DeclineReason.PATIENT_DECLINED, NOON),
                        decision("p1", 4, DeclineReason.ALREADY_DONE, NOON),
                        decision("p1", 5, DeclineReason.NOT_AVAILABLE, NOON),
                        decision("p1", 6, DeclineReason.OTHER, NOON),
                        decision("p1", 77, null, NOON));

        assertThat(gathered.use()).isEqualTo(new FeedbackUse(1, 3, 4, 0, 1));
        assertThat(gathered.feedback().items()).containsExactly(0, 1, 2, 3);
        assertThat(gathered.feedback().wanted()).containsExactly(true, false, false, false);
    }

    @Test
    void heldOutPatientsAreCountedAndNeverLearnedFrom() {
        FeedbackCollector.Gathered gathered =
                gathered(decision("p1", 0, null, NOON), decision("p2", 1, null, NOON));

        assertThat(gathered.use()).isEqualTo(new FeedbackUse(1, 0, 0, 1, 1));
        assertThat(gathered.feedback().items()).containsExactly(0);
        assertThat(gathered.use().words())
                .startsWith("Of 2 decisions on recommendations 1 were learned from");
    }

    @Test
    void theLastDecisionOnAnItemCountsUpToTheTimeOfTheRun() {
        FeedbackCollector.Gathered gathered =
                gathered(
                        decision("p0", 0, null, NOON.minusSeconds(60)),
                        decision("p0", 0, DeclineReason.NOT_INDICATED, NOON),
                        decision("p0", 1, null, NOON),
                        decision("p0", 1, DeclineReason.NOT_INDICATED, NOON.plusSeconds(1)));

        assertThat(gathered.feedback().wanted()).containsExactly(false, true);
    }

    private static Decision decision(int item, Verdict verdict) {
        return new Decision(
                1,
                "p0",
                VISIT,
                "model",
                item % 2 == 0 ? ItemKind.MEDICATION : ItemKind.PROCEDURE,
                new Concept(CodeSystem.TEXT, "item " + item, "item " + item),
                verdict,
                null,
                null,
                "",
                "dr.lee",
                NOON,
                List.of(),
                null,
                verdict == Verdict.MODIFIED ? "half of it" : null,
                verdict == Verdict.SNOOZED ? LocalDate.of(2026, 9, 1) : null);
    }

    @Test
    void withAChangeIsRightPutOffSaysNothingAndWhatWasTakenBackIsNone() {
        FeedbackCollector.Gathered gathered =
                gathered(
                        decision(0, Verdict.MODIFIED),
                        decision(1, Verdict.SNOOZED),
                        decision("p0", 2, DeclineReason.NOT_INDICATED, NOON),
                        decision(2, Verdict.UNDONE),
                        decision("p0", 3, DeclineReason.NOT_INDICATED, NOON),
                        decision("p0", 3, null, NOON),
                        decision(3, Verdict.UNDONE));

        assertThat(gathered.use()).isEqualTo(new FeedbackUse(1, 1, 1, 0, 1));
        assertThat(gathered.feedback().items()).containsExactly(0, 3);
        assertThat(gathered.feedback().wanted()).containsExactly(true, false);
    }

    /** The closed form trains nothing. */
    private static final class NoTrainer implements FactorTrainer {
        @Override
        public Factors train(
                Terms terms,
                EncodedVisits visits,
                Factors start,
                TrainingOptions options,
                Progress progress,
                AfterEpoch afterEpoch) {
            return start;
        }

        @Override
        public String engine() {
            return "none";
        }
    }
}
