package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import org.consilium.job.Progress;
import org.consilium.recommend.Calibration;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.factor.FactorTrainer;

/**
 * Calibrates a tuned model by training patients, each scored by a model that learned from the
 * others alone (cross-fitting; Niculescu-Mizil and Caruana, ICML 2005, section 3), so that the
 * held-out patients stay untouched for saying how good it is.
 *
 * @param start what the transfer left of the base model
 * @param shown the items whose probabilities anybody sees
 */
record OutOfFold(
        Learner learner,
        LearnedModel start,
        Transfer transfer,
        ItemFilter shown,
        Progress progress) {
    /** A closed form takes moments. */
    private static final int FOLDS = 5;

    /** As long together as the training itself. */
    private static final int TRAINED_FOLDS = 2;

    /**
     * The base model's own where there are too few patients to leave any out.
     *
     * @param lesson of all training patients
     */
    Calibration calibration(Learner.Lesson lesson) {
        EncodedVisits train = lesson.train();
        if (transfer == Transfer.UNCHANGED) {
            return PlattScaling.fit(new LearnedRanker("base", start), train, shown);
        }
        int count = start.factors().isNone() ? FOLDS : TRAINED_FOLDS;
        if (train.patientCount() < 2 * count) {
            return start.calibration();
        }
        progress.report(0, -1, "Calibrating on training patients left out");
        Progress quiet = quiet(progress);
        List<PlattScaling.Scored> scored = new ArrayList<>();
        for (Split fold : Splits.folds(train, count, lesson.options().seed())) {
            progress.checkCancelled();
            LearnedModel model =
                    learner.tuned(
                            lesson.over(fold.train()),
                            start,
                            transfer,
                            quiet,
                            FactorTrainer.AfterEpoch.NOTHING);
            scored.add(new PlattScaling.Scored(new LearnedRanker("fold", model), fold.test()));
        }
        return PlattScaling.fit(scored, shown);
    }

    /** Epochs of a fold are not the run's. */
    static Progress quiet(Progress progress) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                progress.checkCancelled();
            }
        };
    }
}
