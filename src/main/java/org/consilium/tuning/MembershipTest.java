package org.consilium.tuning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.consilium.tuning.evaluation.AttackAuc;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody who has a model and a patient's record can tell that the model learned from that
 * patient: the attack by a threshold on the loss (Yeom et al., IEEE CSF 2018, "Privacy Risk in
 * Machine Learning"). A patient's loss is the mean over visits and candidate items of the log loss.
 * A stronger attack may tell more: this is a floor, not a promise.
 *
 * @param members patients that were learned from
 * @param others held-out patients
 * @param auc of the tuned model; .5 is no better than a coin
 * @param reference of the base model by the same patients: what chance in the split alone gives
 */
public record MembershipTest(int members, int others, Estimate auc, @Nullable Estimate reference) {
    private static final double LEAST = 1e-12;

    /** What it says to a person. */
    public String words() {
        return "With a patient's record in hand, somebody could tell at %.1f%% whether the model learned from the patient (50%% is a coin; 95%% interval %.1f%% to %.1f%%)%s. %s"
                .formatted(
                        100 * auc.mean(),
                        100 * auc.low(),
                        100 * auc.high(),
                        reference == null
                                ? ""
                                : "; the untouched model gives %.1f%% by chance"
                                        .formatted(100 * reference.mean()),
                        auc.low() > .5
                                ? "That is more than chance: share it with those only who may know who was treated."
                                : "That is no more than chance explains.");
    }

    /** Null where there are too few patients to say. */
    static @Nullable MembershipTest of(
            EncodedVisits train,
            EncodedVisits test,
            ProbableRanker tuned,
            ProbableRanker base,
            long seed) {
        Estimate auc = auc(train, test, tuned, seed);
        return auc == null
                ? null
                : new MembershipTest(
                        train.patientCount(),
                        test.patientCount(),
                        auc,
                        auc(train, test, base, seed));
    }

    private static @Nullable Estimate auc(
            EncodedVisits train, EncodedVisits test, ProbableRanker ranker, long seed) {
        Map<Integer, double[]> inside = losses(train, ranker);
        Map<Integer, double[]> outside = losses(test, ranker);
        int size = inside.size() + outside.size();
        int[] patients = new int[size];
        double[] values = new double[size];
        boolean[] members = new boolean[size];
        int next = 0;
        for (Map<Integer, double[]> part : List.of(inside, outside)) {
            for (Map.Entry<Integer, double[]> each : part.entrySet()) {
                patients[next] = each.getKey();
                values[next] = each.getValue()[0] / each.getValue()[1];
                members[next] = next < inside.size();
                next++;
            }
        }
        List<@Nullable Estimate> found =
                new Evaluator(EvaluationOptions.withSeed(seed))
                        .estimates(List.of(List.of(AttackAuc.of(patients, values, members))));
        return found.isEmpty() ? null : found.getFirst();
    }

    /** By patient the sum of log losses and the number of cases. */
    private static Map<Integer, double[]> losses(EncodedVisits visits, ProbableRanker ranker) {
        DoubleUnaryOperator probability = ranker.calibration()::probability;
        Map<Integer, double[]> losses = new LinkedHashMap<>();
        float[] scores = new float[visits.itemVocabulary().size()];
        for (int visit = 0; visit < visits.size(); visit++) {
            ranker.score(visits.facts()[visit], scores);
            boolean[] started = marked(visits.targets()[visit], scores.length);
            boolean[] masked = marked(visits.masked()[visit], scores.length);
            double[] sum =
                    losses.computeIfAbsent(visits.patients()[visit], patient -> new double[2]);
            for (int item = 0; item < scores.length; item++) {
                if (!masked[item] && scores[item] != Float.NEGATIVE_INFINITY) {
                    double p = probability.applyAsDouble(scores[item]);
                    sum[0] -= Math.log(Math.max(LEAST, started[item] ? p : 1 - p));
                    sum[1]++;
                }
            }
        }
        return losses;
    }

    private static boolean[] marked(int[] some, int size) {
        boolean[] marked = new boolean[size];
        Arrays.stream(some).forEach(each -> marked[each] = true);
        return marked;
    }
}
