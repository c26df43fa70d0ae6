package org.consilium.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.job.Progress;
import org.consilium.recommend.EvidenceModel;
import org.consilium.tuning.baseline.TargetRows;
import org.consilium.tuning.baseline.TextRidge;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.factor.Terms;

/**
 * Teaches a model what was decided on its recommendations, in closed form, on top of all that it
 * learned:
 *
 * <pre>E = argmin w ||R - X E||^2 + lambda ||E||^2</pre>
 *
 * with a row for all decisions on one patient at one time: in X what was known then, in R for each
 * item decided on y - p, and 0 for the others, of which nothing is known but that the model may be
 * right. y is 1 where the item was accepted and 0 where it was declined, p the model's probability
 * of it then. y - p is the negative gradient of the log loss, so that this is one step of gradient
 * boosting with a ridge as the learner (Friedman 2001, "Greedy function approximation", section
 * 4.5). The ridge and its penalty are those of {@link Learner#correction}. E adds to the table of
 * facts and items, so attributions stay exact.
 */
final class FeedbackCorrection {
    /**
     * w: what the decisions on one patient at one time count for, as a share of a local visit.
     * Chosen by a simulation (docs/benchmarks.md, "Feedback").
     */
    static final double WEIGHT = .3;

    private FeedbackCorrection() {}

    /**
     * @param model with the calibration that it will have
     * @param feedback over the model's terms
     * @param weight above 0
     */
    static LearnedModel apply(
            LearnedModel model, Feedback feedback, double weight, Progress progress) {
        if (feedback.size() == 0) {
            return model;
        }
        List<List<Integer>> contexts = contexts(feedback);
        int[][] facts =
                contexts.stream()
                        .map(rows -> feedback.facts()[rows.getFirst()])
                        .toArray(int[][]::new);
        RidgePart ridge = model.ridge();
        TargetRows residual =
                rows(
                        contexts,
                        feedback.items(),
                        unexplained(model, feedback),
                        model.terms().items().size());
        TextRidgeOptions local = Learner.correction(facts.length, model);
        TextRidgeOptions options =
                new TextRidgeOptions(
                        local.lambda() / weight,
                        local.text(),
                        local.minCount(),
                        local.shrinkage() / weight);
        Terms terms = model.terms();
        RidgePart correction =
                RidgePart.of(
                        TextRidge.fit(facts, terms, residual, options, progress),
                        terms,
                        ridge.weight(),
                        ridge.steadiness());
        return model.withRidge(
                ridge.terms().length == 0 ? ridge.plusRows(correction) : ridge.plus(correction));
    }

    /** Numbers of the decisions by what was known when they were taken. */
    private static List<List<Integer>> contexts(Feedback feedback) {
        Map<List<Integer>, List<Integer>> contexts = new LinkedHashMap<>();
        for (int row = 0; row < feedback.size(); row++) {
            List<Integer> facts = Arrays.stream(feedback.facts()[row]).boxed().toList();
            contexts.computeIfAbsent(facts, absent -> new ArrayList<>()).add(row);
        }
        return List.copyOf(contexts.values());
    }

    /** y - p of each decision, brought to the width of the model's closed form. */
    private static float[] unexplained(LearnedModel model, Feedback feedback) {
        EvidenceModel evidence = model.evidence();
        double width = Learner.CLOSED_FORM_WEIGHT / model.ridge().weight();
        float[] unexplained = new float[feedback.size()];
        float[] scores = new float[evidence.items().size()];
        for (int row = 0; row < unexplained.length; row++) {
            evidence.score(feedback.facts()[row], scores);
            double expected = evidence.calibration().probability(scores[feedback.items()[row]]);
            unexplained[row] = (float) (width * ((feedback.wanted()[row] ? 1 : 0) - expected));
        }
        return unexplained;
    }

    private static TargetRows rows(
            List<List<Integer>> contexts, int[] items, float[] values, int itemCount) {
        return new TargetRows() {
            @Override
            public int visits() {
                return contexts.size();
            }

            @Override
            public int items() {
                return itemCount;
            }

            @Override
            public void read(int visit, float[] row) {
                Arrays.fill(row, 0);
                for (int decision : contexts.get(visit)) {
                    row[items[decision]] = values[decision];
                }
            }
        };
    }
}
