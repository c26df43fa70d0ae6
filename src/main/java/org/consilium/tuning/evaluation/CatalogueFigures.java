package org.consilium.tuning.evaluation;

import java.util.Arrays;

/**
 * What accuracy does not say of a ranker's top lists.
 *
 * <ul>
 *   <li>Coverage: which part of the catalogue is shown at all (Ge, Delgado-Battenfeld and Jannach,
 *       RecSys 2010).
 *   <li>Gini coefficient of exposure: {@code sum over j of (2j - n - 1) x_j / ((n - 1) sum x)}, x_j
 *       being how often the item of rank j, the least shown first, stands in a list, over the n
 *       items of the catalogue: 0 when all are shown alike, 1 when one is shown alone (Castells,
 *       Hurley and Vargas, Novelty and Diversity in Recommender Systems, Recommender Systems
 *       Handbook, 2nd edition (2015)).
 *   <li>Novelty: mean over visits of the mean self-information of what is shown ({@link
 *       Catalogue}).
 *   <li>Macro-averaged recall: of each item the part of its starts at which it was shown, averaged
 *       over the items that were started; one item that most patients get weighs no more than
 *       another.
 *   <li>Recall of cold items: the part of their starts at which they were shown.
 * </ul>
 *
 * @param recalls by item its recall with every patient counted once, not a number where it was not
 *     started: an item that a resample leaves without a start keeps it, or resamples would average
 *     over fewer and easier items
 */
public record CatalogueFigures(TopLists lists, Catalogue catalogue, double[] recalls)
        implements Statistic {
    /** Places of the figures. */
    public static final int COVERAGE = 0;

    public static final int GINI = 1;
    public static final int NOVELTY = 2;
    public static final int MACRO_RECALL = 3;
    public static final int COLD_RECALL = 4;
    private static final int FIGURES = 5;

    public static CatalogueFigures of(TopLists lists, Catalogue catalogue) {
        CatalogueFigures unknown =
                new CatalogueFigures(lists, catalogue, new double[catalogue.items().items()]);
        int[] once = new int[Arrays.stream(lists.patients()).max().orElse(0) + 1];
        Arrays.fill(once, 1);
        Tally tally = unknown.tally(once);
        double[] recalls = new double[tally.started.length];
        for (int item = 0; item < recalls.length; item++) {
            recalls[item] = tally.found[item] / tally.started[item];
        }
        return new CatalogueFigures(lists, catalogue, recalls);
    }

    @Override
    public int[] patients() {
        return Arrays.stream(lists.patients()).distinct().toArray();
    }

    @Override
    public double[] of(int[] weights) {
        Tally tally = tally(weights);
        double[] figures = new double[FIGURES];
        figures[COVERAGE] = coverage(tally.exposure);
        figures[GINI] = gini(tally.exposure);
        figures[NOVELTY] = tally.information / tally.visits;
        figures[MACRO_RECALL] = macroRecall(tally);
        figures[COLD_RECALL] = coldRecall(tally);
        return figures;
    }

    private Tally tally(int[] weights) {
        Tally tally = new Tally(catalogue.items().items());
        for (int visit = 0; visit < lists.patients().length; visit++) {
            int weight = weights[lists.patients()[visit]];
            if (weight > 0) {
                add(visit, weight, tally);
            }
        }
        return tally;
    }

    private void add(int visit, int weight, Tally tally) {
        int[] shown = lists.shown()[visit];
        double information = 0;
        for (int item : shown) {
            tally.exposure[item] += weight;
            information += catalogue.selfInformation()[item];
        }
        if (shown.length > 0) {
            tally.visits += weight;
            tally.information += weight * information / shown.length;
        }
        for (int target : lists.targets()[visit]) {
            tally.started[target] += weight;
            for (int item : shown) {
                tally.found[target] += item == target ? weight : 0;
            }
        }
    }

    private double coverage(double[] exposure) {
        int shown = 0;
        for (int item = 0; item < exposure.length; item++) {
            shown += catalogue.items().contains(item) && exposure[item] > 0 ? 1 : 0;
        }
        return (double) shown / catalogue.items().size();
    }

    private double gini(double[] exposure) {
        double[] sorted = new double[catalogue.items().size()];
        int size = 0;
        for (int item = 0; item < exposure.length; item++) {
            if (catalogue.items().contains(item)) {
                sorted[size++] = exposure[item];
            }
        }
        return gini(sorted, size);
    }

    private static double gini(double[] exposure, int size) {
        Arrays.sort(exposure);
        double weighted = 0;
        double all = 0;
        for (int rank = 1; rank <= size; rank++) {
            weighted += (2.0 * rank - size - 1) * exposure[rank - 1];
            all += exposure[rank - 1];
        }
        return size < 2 ? Double.NaN : weighted / ((size - 1) * all);
    }

    private double macroRecall(Tally tally) {
        double sum = 0;
        int items = 0;
        for (int item = 0; item < recalls.length; item++) {
            double recall =
                    tally.started[item] > 0
                            ? tally.found[item] / tally.started[item]
                            : recalls[item];
            if (!Double.isNaN(recall)) {
                sum += recall;
                items++;
            }
        }
        return sum / items;
    }

    private double coldRecall(Tally tally) {
        double found = 0;
        double started = 0;
        for (int item = 0; item < tally.started.length; item++) {
            if (catalogue.cold().contains(item)) {
                found += tally.found[item];
                started += tally.started[item];
            }
        }
        return found / started;
    }

    private static final class Tally {
        private final double[] exposure;
        private final double[] started;
        private final double[] found;
        private double visits;
        private double information;

        Tally(int items) {
            exposure = new double[items];
            started = new double[items];
            found = new double[items];
        }
    }
}
