package org.consilium.tuning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.consilium.job.Progress;
import org.consilium.recommend.Calibration;
import org.consilium.recommend.EvidenceModel;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;

/** A model whose closed form knows terms and texts, taught by a decision on top. */
public final class TextRidgeModel {
    private TextRidgeModel() {}

    /** Over {@link TestVisits#planted}'s 20 facts and 11 items. */
    public static EvidenceModel served() {
        EncodedVisits visits = TestVisits.planted(200, 1);
        Terms terms =
                Terms.of(visits.factVocabulary(), visits.itemVocabulary(), TextRidgeModel::vectors);
        Provenance nothing = new Provenance("", 0, 0, 1, Map.of(), Map.of(), Instant.EPOCH);
        Learner.Lesson lesson =
                new Learner.Lesson(
                        "text-ridge",
                        "invented",
                        visits,
                        TrainingOptions.fineTuning(20, 1),
                        nothing);
        LearnedModel model =
                new Learner(new Untrained())
                        .closedForm(
                                lesson, terms, new TextRidgeOptions(10, .5, 1, 0), 3, Progress.NONE)
                        .withCalibration(new Calibration(1.5, -2));
        if (model.ridge().terms().length == 0 || model.ridge().text().length == 0) {
            throw new IllegalStateException("the closed form knows no texts");
        }
        Feedback feedback =
                new Feedback(new int[][] {{0, 3}}, new int[] {5}, new boolean[] {false});
        return FeedbackCorrection.apply(model, feedback, .3, Progress.NONE).evidence();
    }

    private static float[] vectors(List<String> texts) {
        float[] vectors = new float[texts.size() * Terms.TEXT];
        for (int text = 0; text < texts.size(); text++) {
            Random random = new Random(texts.get(text).hashCode());
            double square = 0;
            for (int i = 0; i < Terms.TEXT; i++) {
                float value = (float) random.nextGaussian();
                vectors[text * Terms.TEXT + i] = value;
                square += value * value;
            }
            for (int i = 0; i < Terms.TEXT; i++) {
                vectors[text * Terms.TEXT + i] /= (float) Math.sqrt(square);
            }
        }
        return vectors;
    }

    private static final class Untrained implements FactorTrainer {
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
