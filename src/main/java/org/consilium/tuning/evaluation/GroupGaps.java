package org.consilium.tuning.evaluation;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consilium.tuning.FairnessMeasure;

/**
 * How a group of visits is served beside all others, by one ranker and by another, worked out again
 * with every patient weighted. By ordinal of {@link FairnessMeasure} there are five figures: of the
 * group before and after, how far the group is behind the others before and after (positive: it is
 * worse off), and by how much that grew. Arrays are shared, not copied: nobody may write to them.
 *
 * @param patients each once
 * @param sums by patient the sums of {@link VisitOffers}: of the group before and after, then of
 *     the others before and after
 */
public record GroupGaps(int[] patients, double[][] sums) implements Statistic {
    /** Figures of each measure. */
    public static final int FIGURES = 5;

    private static final int WIDTH = VisitOffers.FIGURES;

    /**
     * @param group which visits are of the group
     */
    public static GroupGaps of(VisitOffers before, VisitOffers after, BitSet group) {
        Map<Integer, double[]> rows = new LinkedHashMap<>();
        for (int visit = 0; visit < before.rows().length; visit++) {
            double[] row =
                    rows.computeIfAbsent(
                            before.patients()[visit], patient -> new double[4 * WIDTH]);
            int start = group.get(visit) ? 0 : 2 * WIDTH;
            for (int figure = 0; figure < WIDTH; figure++) {
                row[start + figure] += before.rows()[visit][figure];
                row[start + WIDTH + figure] += after.rows()[visit][figure];
            }
        }
        return new GroupGaps(
                rows.keySet().stream().mapToInt(Integer::intValue).toArray(),
                rows.values().toArray(double[][]::new));
    }

    @Override
    public double[] of(int[] weights) {
        double[] total = new double[4 * WIDTH];
        for (int row = 0; row < sums.length; row++) {
            int weight = weights[patients[row]];
            for (int i = 0; weight > 0 && i < total.length; i++) {
                total[i] += weight * sums[row][i];
            }
        }
        FairnessMeasure[] measures = FairnessMeasure.values();
        double[] figures = new double[FIGURES * measures.length];
        for (FairnessMeasure measure : measures) {
            double before = figure(measure, total, 0);
            double after = figure(measure, total, WIDTH);
            double behindBefore = behind(measure, before, figure(measure, total, 2 * WIDTH));
            double behindAfter = behind(measure, after, figure(measure, total, 3 * WIDTH));
            int start = FIGURES * measure.ordinal();
            figures[start] = before;
            figures[start + 1] = after;
            figures[start + 2] = behindBefore;
            figures[start + 3] = behindAfter;
            figures[start + 4] = behindAfter - behindBefore;
        }
        return figures;
    }

    private static double behind(FairnessMeasure measure, double group, double others) {
        return measure == FairnessMeasure.CALIBRATION ? group - others : others - group;
    }

    private static double figure(FairnessMeasure measure, double[] total, int start) {
        double started = total[start + VisitOffers.STARTED];
        return switch (measure) {
            case RECALL -> total[start + VisitOffers.RECALL] / total[start + VisitOffers.COUNTED];
            case NDCG -> total[start + VisitOffers.NDCG] / total[start + VisitOffers.COUNTED];
            case CALIBRATION ->
                    started == 0
                            ? Double.NaN
                            : Math.abs(total[start + VisitOffers.EXPECTED] - started) / started;
            case EXPOSURE -> started == 0 ? Double.NaN : total[start + VisitOffers.SHOWN] / started;
        };
    }
}
