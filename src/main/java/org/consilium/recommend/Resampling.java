package org.consilium.recommend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How an item's rank varies with the patients that were learned from. Patients of a cohort are
 * drawn anew (Poisson bootstrap by patient: each counts k times with probability exp(-1) / k!;
 * Hanley, MacGibbon, Statist Med 2006;25:3435), and each time a ridge on what the model leaves
 * unexplained of their visits is fitted on the facts that the patient in question has:
 *
 * <pre>D = (X'X + lambda I)^-1 X'(y - p),  shift = w sum over the patient's facts of D</pre>
 *
 * with lambda 30 and w 10, those of the local correction of fine-tuning (MODEL.md, "Recipes that
 * worked"). Only how shifts differ from their mean counts, so that the middle of all draws is what
 * is served; what is not fitted anew are the factors, the bias and the evidence of other facts. Not
 * thread-safe.
 */
final class Resampling {
    static final int DRAWS = 50;

    private static final double LAMBDA = 30;
    private static final double WEIGHT = 10;
    private static final long SEED = 20251130;

    private final EvidenceModel model;
    private final Map<Integer, Integer> position = new HashMap<>();
    private final int[] items;
    private final int facts;
    private final double[][] gram;
    private final double[][] moments;

    /**
     * @param known indices of the patient's facts
     * @param items indices of the items whose order is in question
     */
    Resampling(EvidenceModel model, int[] known, int[] items) {
        this.model = model;
        this.items = items.clone();
        for (int fact : known) {
            position.putIfAbsent(fact, position.size());
        }
        facts = position.size();
        gram = new double[DRAWS][facts * facts];
        moments = new double[DRAWS][facts * items.length];
    }

    /** All visits of one patient, who is drawn with all of them or not at all. */
    void add(String patient, List<Visit> visits, List<int[]> known) {
        double[] ownGram = new double[facts * facts];
        double[] ownMoments = new double[facts * items.length];
        boolean any = false;
        for (int i = 0; i < visits.size(); i++) {
            int[] shared =
                    Arrays.stream(known.get(i))
                            .filter(position::containsKey)
                            .map(fact -> position.getOrDefault(fact, 0))
                            .toArray();
            if (shared.length > 0) {
                any = true;
                add(shared, visits.get(i), known.get(i), ownGram, ownMoments);
            }
        }
        if (!any) {
            return;
        }
        SplittableRandom random = new SplittableRandom(SEED ^ (patient.hashCode() * 2654435761L));
        for (int draw = 0; draw < DRAWS; draw++) {
            int times = poisson(random);
            if (times > 0) {
                plus(gram[draw], ownGram, times);
                plus(moments[draw], ownMoments, times);
            }
        }
    }

    private void add(
            int[] shared, Visit visit, int[] known, double[] ownGram, double[] ownMoments) {
        double[] unexplained = new double[items.length];
        for (int i = 0; i < items.length; i++) {
            double expected = model.calibration().probability(model.score(known, items[i]));
            boolean started = visit.targets().contains(model.items().get(items[i]));
            unexplained[i] = (started ? 1 : 0) - expected;
        }
        for (int a : shared) {
            for (int b : shared) {
                ownGram[a * facts + b]++;
            }
            for (int i = 0; i < items.length; i++) {
                ownMoments[a * items.length + i] += unexplained[i];
            }
        }
    }

    private static void plus(double[] sum, double[] own, int times) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * own[i];
        }
    }

    /** By inversion (Devroye 1986, "Non-uniform random variate generation", X.3.3). */
    private static int poisson(SplittableRandom random) {
        double left = random.nextDouble();
        double probability = Math.exp(-1);
        int times = 0;
        while (left > probability && times < 12) {
            left -= probability;
            times++;
            probability /= times;
        }
        return times;
    }

    /** Each draw's shift of each item's score about the mean of all draws. */
    double[][] shifts() {
        double[][] shifts = new double[DRAWS][];
        double[] mean = new double[items.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            shifts[draw] = shift(draw);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += shifts[draw][i] / DRAWS;
            }
        }
        for (double[] shift : shifts) {
            for (int i = 0; i < mean.length; i++) {
                shift[i] -= mean[i];
            }
        }
        return shifts;
    }

    private double[] shift(int draw) {
        double[] matrix = gram[draw].clone();
        for (int fact = 0; fact < facts; fact++) {
            matrix[fact * facts + fact] += LAMBDA;
        }
        double[] ones = new double[facts];
        Arrays.fill(ones, 1);
        double[] solved = PositiveSystem.solve(matrix, ones);
        double[] shift = new double[items.length];
        for (int fact = 0; fact < facts; fact++) {
            for (int i = 0; i < items.length; i++) {
                shift[i] += WEIGHT * solved[fact] * moments[draw][fact * items.length + i];
            }
        }
        return shift;
    }
}
